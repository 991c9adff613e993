/// A positional argument of a command.
package struct Argument<Value: Sendable>: Parameter {
  /// Its name and its help.
  package private(set) var declaration: Declaration
  private let read: @Sendable (_ words: [String]) throws(UsageError) -> Value

  /// The parser has seen that there is a word, unless the argument can be repeated.
  package func value(of words: [String]) throws(UsageError) -> Value { try read(words) }

  /// An argument that is given once.
  package init(_ name: String, as type: ValueParser<Value>, help: String) {
    declaration = Declaration(name, choices: type.choices, help: help)
    read = { (words) throws(UsageError) in try type.value(of: words[0], for: name) }
  }

  /// An argument that is given any number of times, also none; a command's last.
  package init<Word>(_ name: String, repeated type: ValueParser<Word>, help: String)
  where Value == [Word] {
    declaration = Declaration(name, choices: type.choices, help: help)
    declaration.isRepeated = true
    read = { (words) throws(UsageError) in
      var values: [Word] = []
      for word in words { values.append(try type.value(of: word, for: name)) }
      return values
    }
  }
}
