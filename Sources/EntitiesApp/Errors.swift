import Entities
import Programs
import Terminal

extension DivergenceError: ExitingError {
  /// `.data`.
  public var exitCode: ExitCode { .data }
}
