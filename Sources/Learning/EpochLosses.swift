/// The mean losses of an epoch, and its error rates where they are known.
public struct EpochLosses: Sendable, Equatable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// On the training set: with the parameters at the epoch's end, or of each minibatch at the
  /// moment it was learnt from, as the training says.
  public let training: Double
  /// On the validation set, with the parameters at the epoch's end.
  public let validation: Double

  /// The share of wrong labels on the training set, with the parameters at the epoch's end; nil where
  /// nobody has counted them.
  public let trainingError: Double?
  /// The same on the validation set.
  public let validationError: Double?

  /// The losses of an epoch, and the error rates that are known.
  public init(
    epoch: Int, training: Double, validation: Double, trainingError: Double? = nil,
    validationError: Double? = nil
  ) {
    (self.epoch, self.training, self.validation) = (epoch, training, validation)
    (self.trainingError, self.validationError) = (trainingError, validationError)
  }
}
