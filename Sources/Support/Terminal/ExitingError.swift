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

extension ExitCode {
  /// What a program ends with that meets an error: `.internal` where nothing says better.
  init(of error: any Error) {
    self =
      switch error {
      case let error as any ExitingError: error.exitCode
      case is any DataError: .data
      default: .internal
      }
  }
}
