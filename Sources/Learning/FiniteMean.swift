/// The mean of a quantity over examples, none of which may be infinite or NaN.
public struct FiniteMean {
  private let quantity: String
  private let epoch: Int?
  private let cause: String
  private var sum = 0.0
  private var count = 0

  /// A mean of nothing yet. `epoch` and `cause` are for the error.
  public init(of quantity: String, epoch: Int? = nil, cause: String) {
    (self.quantity, self.epoch, self.cause) = (quantity, epoch, cause)
  }

  /// Adds the value of an example, counted from 1, or the mean over as many as `weight` says.
  /// - Throws: `NotFiniteError` when it is not finite; then it is not added.
  public mutating func add(
    _ value: Double, example: Int? = nil, weight: Int = 1
  ) throws(NotFiniteError) {
    guard value.isFinite else {
      throw NotFiniteError(quantity, epoch: epoch, example: example, cause: cause)
    }
    sum += value * Double(weight)
    count += weight
  }

  /// The mean of what was added.
  public var value: Double { sum / Double(count) }
}
