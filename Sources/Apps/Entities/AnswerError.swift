import Formats

/// A network's answer is not a number: its parameters are too large.
struct AnswerError: DataError, CustomStringConvertible {
  var description: String { "the network's parameters are too large: an answer is not a number" }
}
