import Formats

/// A command line that cannot be understood: one line that says what was found and what is
/// accepted. The program prints it after its own name and exits with `ExitCode.usage`.
public struct UsageError: Error, CustomStringConvertible, Equatable {
  /// The line, without the program's name and without a line end.
  public let description: String

  /// Makes an error of a line.
  public init(_ description: String) {
    self.description = description
  }

  static func unknownOption(
    _ word: String, among options: [Option], _ command: String? = nil
  ) -> UsageError {
    let name = String(word.unicodeScalars.drop { $0 == "-" })
    let hint = suggestion(for: name, among: options.map { $0.name }, dashes: "--")
    let place = command.map { " for \"\($0)\"" } ?? ""
    return UsageError("unknown option \(quoted(word))\(place)\(hint)")
  }

  static func unexpected(_ word: String, _ command: String) -> UsageError {
    UsageError("unexpected argument \(quoted(word)) for \"\(command)\"")
  }

  static func notAllowed(_ name: String, _ text: String, choices: [String]) -> UsageError {
    let hint = suggestion(for: text, among: choices)
    return UsageError("\(name) must be \(alternatives(choices)), not \(quoted(text))\(hint)")
  }
}

/// `small, medium or large`
func alternatives(_ choices: [String]) -> String {
  guard let last = choices.last, choices.count > 1 else { return choices.first ?? "" }
  return choices.dropLast().joined(separator: ", ") + " or " + last
}
