import Layers
import Learning
import Random

/// What a training run leaves beside the parameters.
public struct TrainingHistory: Sendable, Equatable {
  /// The losses after each whole epoch; those of the training titles are each of the moment its
  /// minibatch was learnt from, so nobody knows how many are read wrongly at the epoch's end.
  public internal(set) var epochs: [EpochLosses] = []
  /// The mean cross-entropy of every minibatch before its step.
  public internal(set) var minibatches: [Double] = []

  /// The epoch with the lowest validation loss, the first on ties; nil when there is none.
  public var best: EpochLosses? { epochs.min { $0.validation < $1.validation } }
}

extension TitleNetwork {
  /// Minibatch gradient descent; at the end the network has the parameters of the epoch with the
  /// lowest validation loss.
  ///
  /// An LSTM learns from the two halves of a minibatch on two threads, if these are of one size: the
  /// gradients are then summed half by half, which may change their last bits.
  ///
  /// - Parameters:
  ///   - rate: the learning rate of the first step; later ones follow the schedule.
  ///   - random: each epoch's order of the training titles is its `permutation`.
  ///   - report: called after every whole epoch.
  ///   - shouldStop: asked after every minibatch; true ends the training there.
  /// - Throws: `NotFiniteError` when a loss is no number, and what `report` throws.
  public func train(
    _ training: DataSet, validation: DataSet, epochs: Int, rate: Double, schedule: Schedule,
    random: inout RandomState, report: (EpochLosses) throws -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws -> TrainingHistory {
    var history = TrainingHistory()
    var best = values
    let halves = architecture.kind == .lstm && batch % 2 == 0 ? try TrainingHalves(of: self) : nil
    for epoch in 1...max(epochs, 1) where epochs > 0 {
      let batches = Minibatches(
        training, order: random.permutation(training.count), size: batch)
      let loss = try learn(from: batches, epoch, &history, shouldStop) { k in
        let done = Double((epoch - 1) * batches.count + k) / Double(epochs * batches.count)
        let rate = rate * schedule.factor(at: done)
        return try halves?.step(batches, k, rate: rate) ?? step(batches, k, rate: rate)
      }
      guard let loss else { break }
      if let halves { try setValues(halves.first.network.values) }
      let measured = try evaluate(validation, epoch)
      let losses = EpochLosses(
        epoch: epoch, training: loss, validation: measured.loss,
        validationError: measured.errorRate)
      history.epochs.append(losses)
      if history.best?.epoch == epoch { best = values }
      try report(losses)
    }
    try setValues(best)
    return history
  }

  /// One epoch; `step` learns from a minibatch and returns its loss before.
  /// - Returns: the mean loss of the titles; nil when the training is to end.
  private func learn(
    from batches: Minibatches, _ epoch: Int, _ history: inout TrainingHistory,
    _ shouldStop: () -> Bool, step: (_ k: Int) throws -> Double
  ) throws -> Double? {
    var mean = FiniteMean(of: "the loss", epoch: epoch, cause: NotFiniteError.rateTooLarge)
    for k in 0..<batches.count {
      let loss = try step(k)
      try mean.add(loss, weight: batches.rows(ofBatch: k).count)
      history.minibatches.append(loss)
      if shouldStop() { return nil }
    }
    return mean.value
  }

  private func evaluate(_ validation: DataSet, _ epoch: Int) throws -> Evaluation {
    let evaluation = try evaluate(validation)
    if evaluation.loss.isFinite { return evaluation }
    throw NotFiniteError("the loss", epoch: epoch, cause: NotFiniteError.rateTooLarge)
  }
}
