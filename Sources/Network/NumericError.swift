/// A value became infinite or NaN, so the result would be no number.
public struct NumericError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is not a number.
  public let quantity: String
  /// The epoch, counted from 1; nil outside training.
  public var epoch: Int?
  /// The example, counted from 1.
  public let example: Int

  /// One line: what, where, and the usual cause.
  public var description: String {
    guard let epoch else { return "example \(example): \(quantity) is not finite" }
    return "epoch \(epoch), example \(example): \(quantity) is not finite "
      + "(is the learning rate too large?)"
  }
}
