import Terminal

/// The loss or a probability is not a number any more.
struct Divergence: ExitingError, CustomStringConvertible {
  let epoch: Int

  var exitCode: ExitCode { .data }
  var description: String {
    "the loss is not a number in epoch \(epoch); try a smaller --learning-rate"
  }
}
