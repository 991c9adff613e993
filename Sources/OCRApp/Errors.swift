import Network
import Terminal

extension NumericError: ExitingError {
  /// `.data`.
  public var exitCode: ExitCode { .data }
}
