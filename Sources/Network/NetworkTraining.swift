import Layers
import Learning

extension Network {
  /// Stochastic gradient descent: one step per example, in file order, `epochs` times.
  ///
  /// An epoch's losses and error rates, with the parameters at its end, are computed on a second
  /// thread while the next epoch trains.
  ///
  /// - Parameters:
  ///   - rate: the learning rate γ.
  ///   - report: called on the caller's thread for every whole epoch, in order.
  ///   - shouldStop: asked after every example; true ends the training there.
  /// - Returns: the losses and error rates after each whole epoch.
  /// - Throws: `NotFiniteError` naming epoch and example when a gradient or a prediction is not a
  ///   number, before that example's step is taken; `ShapeError` when the images do not have M
  ///   pixels.
  @discardableResult
  public func train(
    _ training: DataSet, validation: DataSet, epochs: Int, rate: Double,
    report: (EpochLosses) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> [EpochLosses] {
    for set in [training, validation] { try expectToFit(set) }
    return try train(
      training, epochs, rate, BackgroundEvaluation(of: self, training, validation), report,
      shouldStop)
  }

  /// The same for a run that may be interrupted at any moment, and then ends at once: the network goes
  /// back to the end of the last epoch that was evaluated.
  ///
  /// - Parameter isInterrupted: asked after every example, and by another thread; once it is true, it
  ///   stays so.
  /// - Returns: also what the network makes of both sets, if an epoch was evaluated.
  package func train(
    _ training: DataSet, validation: DataSet, epochs: Int, rate: Double,
    report: (EpochLosses) -> Void, isInterrupted: @escaping @Sendable () -> Bool
  ) throws -> (history: [EpochLosses], read: (training: Evaluation, validation: Evaluation)?) {
    for set in [training, validation] { try expectToFit(set) }
    let evaluation = BackgroundEvaluation(
      of: self, training, validation, isStopped: isInterrupted)
    let history = try train(training, epochs, rate, evaluation, report, isInterrupted)
    guard let last = evaluation.last else { return (history, nil) }
    for (parameter, value) in zip(parameters, last.parameters) {
      try list.setValue(value, of: parameter.register)
    }
    return (history, (last.training, last.validation))
  }

  private func train(
    _ training: DataSet, _ epochs: Int, _ rate: Double, _ evaluation: BackgroundEvaluation,
    _ report: (EpochLosses) -> Void, _ shouldStop: () -> Bool
  ) throws -> [EpochLosses] {
    var history: [EpochLosses] = []
    func finishEvaluation() throws {
      guard let losses = try evaluation.wait() else { return }
      history.append(losses)
      report(losses)
    }
    for epoch in 1...max(epochs, 1) where epochs > 0 {
      let isWhole = Result { try train(training, epoch, rate: rate, shouldStop) }
      // The epoch before comes first, also where this one failed.
      try finishEvaluation()
      guard try isWhole.get() else { return history }
      evaluation.start(epoch: epoch)
    }
    try finishEvaluation()
    return history
  }

  /// One pass over the examples.
  /// - Returns: whether it came to its end.
  private func train(
    _ training: DataSet, _ epoch: Int, rate: Double, _ shouldStop: () -> Bool
  ) throws -> Bool {
    let (x, y) = (training.x, training.y)
    for i in 0..<training.count {
      try forward(x, y, i)
      try backward()
      guard gradientsAreFinite else {
        throw NotFiniteError(
          "the gradient", epoch: epoch, example: i + 1, cause: NotFiniteError.rateTooLarge)
      }
      descend(rate: rate)
      if shouldStop() { return false }
    }
    return true
  }
}
