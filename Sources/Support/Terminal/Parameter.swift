/// An option or an argument of a command, declared as data, with the type of its value.
package protocol Parameter: Sendable {
  /// What it is read as.
  associatedtype Value: Sendable
  /// What the parser and help know of it.
  var declaration: Declaration { get }
  /// What the words given for it stand for; they may be none.
  var read: @Sendable (_ words: [String]) throws(UsageError) -> Value { get }
}

/// An option or an argument, whatever the type of its value.
package struct Declaration: Sendable {
  /// An option's long name without its dashes, or what help and messages call an argument. The
  /// words that are given for it are kept under it.
  let name: String
  /// A line for help.
  let help: String
  /// The words that are accepted, where they can be counted.
  var choices: [String] = []
  /// The short form's letter of an option. `h` is taken by `--help`.
  var letter: Character?
  /// Other long names that are understood but not shown in help (`num-hid`).
  var aliases: [String] = []
  /// What help calls an option's value (`NUMBER`); nil for a flag.
  var placeholder: String?
  /// The word for the value of an option that is not given.
  var defaultWord: String?
  /// Whether an argument is given any number of times, also none.
  var isRepeated = false
  /// Whether `-` stands for standard input.
  var isInput = false
}
