import Regression
import Terminal

extension DivergenceError: ExitingError {
  /// `.data`.
  public var exitCode: ExitCode { .data }
}
