import Formats

/// The loss or a probability is not a number any more.
struct Divergence: DataError, CustomStringConvertible {
  let epoch: Int

  var description: String {
    "the loss is not a number in epoch \(epoch); try a smaller --learning-rate"
  }
}
