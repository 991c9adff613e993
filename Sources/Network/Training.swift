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
  /// An epoch's losses are computed on a second thread while the next epoch trains.
  ///
  /// - Parameters:
  ///   - rate: the learning rate γ.
  ///   - shouldStop: asked after every example; true ends the training there.
  ///   - report: called on the caller's thread for every whole epoch, in order.
  /// - Returns: the losses after each whole epoch.
  /// - Throws: `NumericError` naming epoch and example when a gradient or a prediction is not a
  ///   number, before that example's step is taken; `ShapeError` when the images do not have M
  ///   pixels.
  @discardableResult
  public func train(
    _ training: Examples, validation: Examples, epochs: Int, rate: Double,
    shouldStop: () -> Bool = { false }, report: (EpochLosses) -> Void = { _ in }
  ) throws -> [EpochLosses] {
    try check(training)
    try check(validation)
    var history: [EpochLosses] = []
    var evaluation: BackgroundEvaluation?
    func finishEvaluation() throws {
      guard let losses = try evaluation?.wait() else { return }
      evaluation = nil
      history.append(losses)
      report(losses)
    }
    for epoch in 1...max(epochs, 1) where epochs > 0 {
      let isWhole = Result { try train(training, epoch, rate: rate, shouldStop) }
      // The epoch before comes first, also where this one failed.
      try finishEvaluation()
      guard try isWhole.get() else { return history }
      evaluation = try BackgroundEvaluation(of: self, epoch: epoch, training, validation)
    }
    try finishEvaluation()
    return history
  }

  /// One pass over the examples.
  /// - Returns: whether it came to its end.
  private func train(
    _ training: Examples, _ epoch: Int, rate: Double, _ shouldStop: () -> Bool
  ) throws -> Bool {
    for i in 0..<training.count {
      try forward(training, i)
      try backward()
      guard gradientsAreFinite else {
        throw NumericError(quantity: "the gradient", epoch: epoch, example: i + 1)
      }
      descend(rate: rate)
      if shouldStop() { return false }
    }
    return true
  }
}
