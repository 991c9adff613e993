/// An option of a command: `--hidden NUMBER`, or a flag such as `--quiet`.
///
/// ```swift
/// let epochs = Option(
///   "epochs", "e", as: .integer(0...1_000_000), default: 100, value: "N", help: "passes")
/// arguments[epochs]  // an Int
/// ```
package struct Option<Value: Sendable>: Parameter {
  package let declaration: Declaration
  package let read: @Sendable (_ words: [String]) throws(UsageError) -> Value

  /// An option with a default. `placeholder` is what help calls its value, unless there are words
  /// to choose from; `aliases` are long names that help does not show.
  package init(
    _ name: String, _ letter: Character? = nil, as type: ValueParser<Value>,
    default defaultValue: Value, value placeholder: String = "", aliases: [String] = [],
    help: String
  ) {
    declaration = Declaration(
      name: name, help: help, choices: type.choices, letter: letter, aliases: aliases,
      placeholder: placeholder, defaultWord: type.word(defaultValue))
    read = { (words) throws(UsageError) in
      try type.values(of: words, for: "--" + name).last ?? defaultValue
    }
  }

  /// An option without a default: its value is nil when it is not given.
  package init<Given>(
    _ name: String, _ letter: Character? = nil, as type: ValueParser<Given>,
    value placeholder: String = "", aliases: [String] = [], help: String
  ) where Value == Given? {
    declaration = Declaration(
      name: name, help: help, choices: type.choices, letter: letter, aliases: aliases,
      placeholder: placeholder)
    read = { (words) throws(UsageError) in try type.values(of: words, for: "--" + name).last }
  }

  /// An option without a value: was it given?
  package init(flag name: String, _ letter: Character? = nil, help: String) where Value == Bool {
    declaration = Declaration(name: name, help: help, letter: letter)
    read = { words in !words.isEmpty }
  }
}
