import Layers
import Random

/// The mean cross-entropies of an epoch.
public struct EpochLosses: Sendable, Equatable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// On the training titles, each at the moment its minibatch was learnt from.
  public let training: Double
  /// On the validation titles, with the parameters at the epoch's end.
  public let validation: Double
}

/// What a training run leaves beside the parameters.
public struct TrainingHistory: Sendable, Equatable {
  /// The losses after each whole epoch.
  public internal(set) var epochs: [EpochLosses] = []
  /// The mean cross-entropy of every minibatch before its step.
  public internal(set) var minibatches: [Double] = []

  /// The epoch with the lowest validation loss, the first on ties; nil when there is none.
  public var best: EpochLosses? { epochs.min { $0.validation < $1.validation } }
}

/// A loss became infinite or NaN.
public struct DivergenceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The epoch, counted from 1.
  public let epoch: Int

  /// One line: where, and the usual cause.
  public var description: String {
    "epoch \(epoch): the loss is not finite (is the learning rate too large?)"
  }
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
  ///   - shouldStop: asked after every minibatch; true ends the training there.
  ///   - report: called after every whole epoch.
  /// - Throws: `DivergenceError` when a loss is no number, and what `report` throws.
  public func train(
    _ training: TitleSet, validation: TitleSet, epochs: Int, rate: Double, schedule: Schedule,
    random: inout RandomState, shouldStop: () -> Bool = { false },
    report: (EpochLosses) throws -> Void = { _ in }
  ) throws -> TrainingHistory {
    var history = TrainingHistory()
    var best = values
    let halves = architecture.kind == .lstm && batch % 2 == 0 ? try TrainingHalves(of: self) : nil
    defer { halves?.end() }
    let steps = epochs * ((training.count + batch - 1) / batch)
    for epoch in 1...max(epochs, 1) where epochs > 0 {
      let batches = Minibatches(
        training, order: random.permutation(training.count), size: batch,
        classes: architecture.classes)
      var sum = 0.0
      for k in 0..<batches.count {
        let rate = rate * schedule.factor(at: Double(history.minibatches.count) / Double(steps))
        let loss = try halves?.step(batches, k, rate: rate) ?? step(batches, k, rate: rate)
        guard loss.isFinite else { throw DivergenceError(epoch: epoch) }
        history.minibatches.append(loss)
        sum += loss * Double(batches.rows(ofBatch: k).count)
        if shouldStop() {
          try setValues(best)
          return history
        }
      }
      if let halves { try setValues(halves.values) }
      let losses = EpochLosses(
        epoch: epoch, training: sum / Double(training.count),
        validation: try evaluate(validation).loss)
      guard losses.validation.isFinite else { throw DivergenceError(epoch: epoch) }
      history.epochs.append(losses)
      if history.best?.epoch == epoch { best = values }
      try report(losses)
    }
    try setValues(best)
    return history
  }

  /// One step of gradient descent; returns the loss before it.
  func step(_ batches: Minibatches, _ k: Int, rate: Double) throws(ShapeError) -> Double {
    load(batches, k)
    let loss = try forward()
    try backward()
    descend(rate: rate)
    return loss
  }
}
