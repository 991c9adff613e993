import Formats

/// A value became infinite or NaN, so the result would be no number.
public struct NotFiniteError: DataError, Equatable, Sendable, CustomStringConvertible {
  /// What is not a number.
  public let quantity: String
  /// The epoch, counted from 1; nil outside training.
  public let epoch: Int?
  /// The example, counted from 1 in the order of the data; nil for a mean over several.
  public let example: Int?
  /// The usual cause, as a question.
  public let cause: String?

  /// The usual cause where a learning rate can be chosen.
  public static let rateTooLarge = "is the learning rate too large?"

  /// An error about a quantity, and where it was met.
  public init(_ quantity: String, epoch: Int? = nil, example: Int? = nil, cause: String? = nil) {
    (self.quantity, self.epoch, self.example, self.cause) = (quantity, epoch, example, cause)
  }

  /// One line: where, what, and the usual cause.
  public var description: String {
    let places = [epoch.map { "epoch \($0)" }, example.map { "example \($0)" }]
    let place = places.compactMap { $0 }.joined(separator: ", ")
    return "\(place): \(quantity) is not finite" + (cause.map { " (\($0))" } ?? "")
  }
}
