import Formats

/// An error that says how the program that meets it ends.
public protocol ExitingError: Error {
  /// What the program exits with.
  var exitCode: ExitCode { get }
}

extension UsageError: ExitingError {
  /// `.usage`.
  public var exitCode: ExitCode { .usage }
}

extension OutputError: ExitingError {}

extension FileError: ExitingError {
  /// The code of its kind.
  public var exitCode: ExitCode {
    switch kind {
    case .noInput: .noInput
    case .data: .data
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutput
    }
  }
}
