import Network
import Programs
import Terminal

extension NumericError: ExitingError {
  /// `.data`.
  public var exitCode: ExitCode { .data }
}
