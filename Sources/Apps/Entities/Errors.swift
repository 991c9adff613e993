import Learning
import Terminal

/// A network's answer is not a number: its parameters are too large.
struct AnswerError: ExitingError, CustomStringConvertible {
  var exitCode: ExitCode { .data }
  var description: String { "the network's parameters are too large: an answer is not a number" }
}

extension NotFiniteError: ExitingError {
  /// `.data`.
  public var exitCode: ExitCode { .data }
}
