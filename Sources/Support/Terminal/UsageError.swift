import CLibrary
import Formats

/// A command line that cannot be understood: one line that says what was found and what is
/// accepted. The program prints it after its own name and exits with `ExitCode.usage`.
package struct UsageError: ExitingError, CustomStringConvertible, Equatable {
  /// The line, without the program's name and without a line end.
  package let description: String
  package var exitCode: ExitCode { .usage }

  package init(_ description: String) { self.description = description }

  static func unknownOption(
    _ word: String, among options: [any Parameter], _ command: String? = nil
  ) -> UsageError {
    let name = String(word.unicodeScalars.drop { $0 == "-" })
    let hint = suggestion(for: name, among: options.map { $0.declaration.name }, dashes: "--")
    let place = command.map { " for \"\($0)\"" } ?? ""
    return UsageError("unknown option \(word.inQuotes)\(place)\(hint)")
  }

  /// A word that is none of those `accepted`; `more` says what else would be: `SIZE must be small,
  /// medium or large, …, not "smal"; did you mean "small"?`.
  package static func unknown(
    _ spelling: String, _ word: String, accepted: [String], _ more: String
  ) -> UsageError {
    let hint = suggestion(for: word, among: accepted)
    return UsageError(
      "\(spelling) must be \(alternatives(accepted)), \(more), not \(word.inQuotes)\(hint)")
  }

  static func unexpected(_ word: String, _ command: String) -> UsageError {
    UsageError("unexpected argument \(word.inQuotes) for \"\(command)\"")
  }
}

/// Makes sure that there is memory for what was asked for, before it is taken.
/// - Parameter what: what would take it, with the options that make it large.
package func expectMemory(
  _ bytes: Double, for what: @autoclosure () -> String
) throws(UsageError) {
  if hasMemory(bytes) { return }
  throw UsageError("\(what()) would take \(memoryText(bytes)), more than there is")
}

/// - Throws: when two results would be written to one file.
package func expectDifferentFiles(_ paths: [String]) throws(UsageError) {
  for (i, path) in paths.enumerated() where paths[..<i].contains(where: { isSameFile($0, path) }) {
    throw UsageError("two results would be written to \(quoted(path))")
  }
}
