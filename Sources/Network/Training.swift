import Layers

/// The mean cross-entropies after an epoch, with the parameters at its end.
public struct EpochLosses: Sendable, Equatable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// On the training set.
  public let training: Double
  /// On the validation set.
  public let validation: Double
}

extension Network {
  /// Stochastic gradient descent: one step per example, in file order, `epochs` times.
  ///
  /// - Parameters:
  ///   - rate: the learning rate γ.
  ///   - shouldStop: asked after every example; true ends the training there.
  ///   - report: called after every whole epoch.
  /// - Returns: the losses after each whole epoch.
  /// - Throws: `NumericError` naming epoch and example when a gradient or a loss is not a number,
  ///   before that example's step is taken; `ShapeError` when the images do not have M pixels.
  @discardableResult
  public func train(
    _ training: Examples, validation: Examples, epochs: Int, rate: Double,
    shouldStop: () -> Bool = { false }, report: (EpochLosses) -> Void = { _ in }
  ) throws -> [EpochLosses] {
    try check(training)
    try check(validation)
    var history: [EpochLosses] = []
    for epoch in 1...max(epochs, 1) where epochs > 0 {
      for i in 0..<training.count {
        try forward(training, i)
        try backward()
        guard gradientsAreFinite else {
          throw NumericError(quantity: "the gradient", epoch: epoch, example: i + 1)
        }
        descend(rate: rate)
        if shouldStop() { return history }
      }
      history.append(try losses(epoch, training, validation))
      report(history[history.count - 1])
    }
    return history
  }

  private func losses(
    _ epoch: Int, _ training: Examples, _ validation: Examples
  ) throws -> EpochLosses {
    do {
      return EpochLosses(
        epoch: epoch, training: try meanCrossEntropy(training),
        validation: try meanCrossEntropy(validation))
    } catch var error as NumericError {
      error.epoch = epoch
      throw error
    }
  }
}
