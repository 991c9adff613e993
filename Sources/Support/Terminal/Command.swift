/// A command of a program (`train` of `ocr train`), declared as data, with what carries it out.
package struct Command: Sendable {
  /// The word it is called by.
  let name: String
  /// One line that says what it does.
  let summary: String
  /// The positional arguments, in order.
  let arguments: [any Parameter]
  /// The options, in the order help shows them; `--help` is the last.
  let options: [any Parameter]
  /// Whole command lines for help.
  let examples: [String]
  /// What the program ends with; errors end it as `ExitingError` says.
  let run: @Sendable (ParsedArguments) throws -> ExitCode

  static let helpOption = Option(flag: "help", "h", help: "print this help and exit")

  /// Declares a command.
  package init(
    _ name: String, summary: String, arguments: [any Parameter] = [],
    options: [any Parameter] = [], examples: [String] = [],
    run: @escaping @Sendable (ParsedArguments) throws -> ExitCode
  ) {
    (self.name, self.summary, self.arguments) = (name, summary, arguments)
    self.options = options + [Self.helpOption]
    (self.examples, self.run) = (examples, run)
  }
}
