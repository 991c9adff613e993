/// The mean losses of an epoch.
public struct EpochLosses: Sendable, Equatable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// On the training set: with the parameters at the epoch's end, or of each minibatch at the
  /// moment it was learnt from, as the training says.
  public let training: Double
  /// On the validation set, with the parameters at the epoch's end.
  public let validation: Double

  /// The losses of an epoch.
  public init(epoch: Int, training: Double, validation: Double) {
    (self.epoch, self.training, self.validation) = (epoch, training, validation)
  }
}
