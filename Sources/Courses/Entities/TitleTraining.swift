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

  /// What the network at the best epoch makes of the validation titles, and of the test titles where
  /// these take long; nil where nobody knows.
  package internal(set) var validation, test: Evaluation?

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
  ///   - test: titles to test on at each best epoch where that takes long, so that whoever interrupts
  ///     the training need not wait for it.
  ///   - report: called after every whole epoch.
  ///   - shouldStop: asked after every minibatch; true ends the training there.
  ///   - isInterrupted: asked before every operation, on every thread; true ends it there. Once it is
  ///     true, it stays so.
  /// - Throws: `NotFiniteError` when a loss is no number, and what `report` throws.
  public func train(
    _ training: DataSet, validation: DataSet, epochs: Int, rate: Double, schedule: Schedule,
    random: inout RandomState, test: DataSet? = nil,
    report: (EpochLosses) throws -> Void = { _ in }, shouldStop: () -> Bool = { false },
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws -> TrainingHistory {
    var history = TrainingHistory()
    var best = values
    self.isInterrupted = isInterrupted
    defer { self.isInterrupted = { false } }
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
      guard let losses = try measure(validation, test, epoch, loss, &history) else { break }
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
      if isInterrupted() { return nil }
      try mean.add(loss, weight: batches.rows(ofBatch: k).count)
      history.minibatches.append(loss)
      if shouldStop() { return nil }
    }
    return mean.value
  }

  /// Reads the validation titles after an epoch; after the best, also the test titles, where they take
  /// longer than whoever interrupts a run would wait.
  /// - Returns: nil after an interrupt.
  private func measure(
    _ validation: DataSet, _ test: DataSet?, _ epoch: Int, _ loss: Double,
    _ history: inout TrainingHistory
  ) throws -> EpochLosses? {
    let start = ContinuousClock.now
    let read = try evaluate(validation)
    if isInterrupted() { return nil }
    guard read.loss.isFinite else {
      throw NotFiniteError("the loss", epoch: epoch, cause: NotFiniteError.rateTooLarge)
    }
    let losses = EpochLosses(
      epoch: epoch, training: loss, validation: read.loss, validationError: read.errorRate)
    let seconds = (ContinuousClock.now - start) / Duration.seconds(1)
    if losses.validation < history.best?.validation ?? .infinity {
      var tested: Evaluation?
      if let test, seconds * Double(test.count) > 0.2 * Double(validation.count) {
        tested = try evaluate(test)
        if isInterrupted() { return nil }
      }
      (history.validation, history.test) = (read, tested)
    }
    history.epochs.append(losses)
    return losses
  }
}
