/// A positional argument of a command.
package struct Argument<Value: Sendable>: Parameter {
  package let declaration: Declaration
  package let read: @Sendable (_ words: [String]) throws(UsageError) -> Value

  /// An argument that is given once, as the parser makes sure.
  package init(_ name: String, as type: ValueParser<Value>, help: String) {
    declaration = Declaration(
      name: name, help: help, choices: type.choices, isInput: type.isInput)
    read = { (words) throws(UsageError) in try type.values(of: words, for: name)[0] }
  }

  /// An argument that is given any number of times, also none; a command's last.
  package init<Word>(_ name: String, repeated type: ValueParser<Word>, help: String)
  where Value == [Word] {
    declaration = Declaration(
      name: name, help: help, choices: type.choices, isRepeated: true, isInput: type.isInput)
    read = { (words) throws(UsageError) in try type.values(of: words, for: name) }
  }
}
