/// An option of a command: `--hidden NUMBER`, or a flag such as `--quiet`.
///
/// ```swift
/// let epochs = Option(
///   "epochs", "e", as: .integer(0...1_000_000), default: 100, value: "N", help: "passes")
/// arguments[epochs]  // an Int
/// ```
package struct Option<Value: Sendable>: Parameter {
  /// Its names and its help.
  package private(set) var declaration: Declaration
  private let read: @Sendable (_ word: String?) throws(UsageError) -> Value

  /// Of an option given twice the last word counts.
  package func value(of words: [String]) throws(UsageError) -> Value { try read(words.last) }

  private init(
    _ declaration: Declaration, _ letter: Character?,
    _ read: @escaping @Sendable (String?) throws(UsageError) -> Value
  ) {
    (self.declaration, self.read) = (declaration, read)
    self.declaration.letter = letter
  }

  /// An option with a default. `placeholder` is what help calls its value, unless there are words
  /// to choose from; `aliases` are long names that help does not show.
  package init(
    _ name: String, _ letter: Character? = nil, as type: ValueParser<Value>,
    default defaultValue: Value, value placeholder: String = "", aliases: [String] = [],
    help: String
  ) {
    self.init(Declaration(name, choices: type.choices, help: help), letter) {
      (word) throws(UsageError) in
      guard let word else { return defaultValue }
      return try type.value(of: word, for: "--" + name)
    }
    declaration.placeholder = placeholder
    declaration.aliases = aliases
    declaration.defaultWord = type.word(defaultValue)
  }

  /// An option without a default: its value is nil when it is not given.
  package init<Given>(
    _ name: String, _ letter: Character? = nil, as type: ValueParser<Given>,
    value placeholder: String = "", aliases: [String] = [], help: String
  ) where Value == Given? {
    self.init(Declaration(name, choices: type.choices, help: help), letter) {
      (word) throws(UsageError) in
      guard let word else { return nil }
      return try type.value(of: word, for: "--" + name)
    }
    declaration.placeholder = placeholder
    declaration.aliases = aliases
  }

  /// An option without a value: was it given?
  package init(flag name: String, _ letter: Character? = nil, help: String) where Value == Bool {
    self.init(Declaration(name, help: help), letter) { $0 != nil }
  }
}
