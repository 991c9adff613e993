import Learning
import Terminal

extension NotFiniteError: ExitingError {
  /// `.data`.
  public var exitCode: ExitCode { .data }
}
