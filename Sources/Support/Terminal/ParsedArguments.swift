/// The values of a command's options and arguments.
package struct ParsedArguments: Sendable {
  /// The words given for each by its name: none, or some that were found to be right.
  let words: [String: [String]]

  /// The value of an option or argument of the command.
  package subscript<P: Parameter>(parameter: P) -> P.Value {
    let name = parameter.declaration.name
    guard let words = words[name], let value = try? parameter.read(words) else {
      preconditionFailure("the command declares no \(name)")
    }
    return value
  }
}
