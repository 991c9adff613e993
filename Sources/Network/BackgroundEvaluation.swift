import CLibrary
import Layers
import Learning

/// The losses and error rates at the end of each epoch, computed on another thread while the network
/// itself goes on learning.
///
/// Copies of the network run the same code on the same parameters, so the losses are the same, bit
/// for bit, as if training had waited for them. It does wait where no thread can be had.
final class BackgroundEvaluation: @unchecked Sendable {
  // Sendable: `pass`, `result` and `last` belong to the worker from start to wait, and then to the
  // caller.
  private let network: Network
  private let isStopped: @Sendable () -> Bool
  /// Made at the first epoch's end: it shares the parameters, so the next step has to copy them.
  private lazy var pass = EvaluationPass(network, isStopped: isStopped)
  private let training, validation: DataSet
  private lazy var worker = Worker()
  private var result: Result<EpochLosses, any Error>?
  /// The last epoch that was evaluated.
  private(set) var last: EvaluatedEpoch?

  /// - Parameter isStopped: asked before each batch of an evaluation; true ends it.
  init(
    of network: Network, _ training: DataSet, _ validation: DataSet,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.network, self.training, self.validation) = (network, training, validation)
    self.isStopped = isStopped
  }

  /// Starts to compute the losses of the network as it is now, when those before were waited for.
  func start(epoch: Int) {
    pass.takeParameters(epoch: epoch)
    worker.start { [self] in result = Result { try evaluate(epoch) } }
  }

  private func evaluate(_ epoch: Int) throws -> EpochLosses {
    let (training, validation) = (try pass.evaluate(training), try pass.evaluate(validation))
    last = EvaluatedEpoch(
      training: training, validation: validation, parameters: pass.parameters)
    return EpochLosses(
      epoch: epoch, training: training.loss, validation: validation.loss,
      trainingError: training.errorRate, validationError: validation.errorRate)
  }

  /// Waits for the losses; nil when none were started since the last wait, or it was stopped.
  /// - Throws: `NotFiniteError`, with the epoch, when a prediction is not a number.
  func wait() throws -> EpochLosses? {
    worker.wait()
    defer { result = nil }
    do {
      return try result?.get()
    } catch is EvaluationPass.Stopped {
      return nil
    }
  }
}

/// What is known of a network at the end of an epoch.
struct EvaluatedEpoch {
  let training, validation: Evaluation
  /// In the order of the network's.
  let parameters: [Matrix]
}
