import Dispatch
import Learning

/// The losses and error rates at the end of each epoch, computed on another thread while the network
/// itself goes on learning.
///
/// Copies of the network run the same code on the same parameters, so the losses are the same, bit
/// for bit, as if training had waited for them.
final class BackgroundEvaluation: @unchecked Sendable {
  // Sendable: `pass` and `losses` belong to the queue from start to wait, and then to the caller.
  private let network: Network
  /// Made at the first epoch's end: it shares the parameters, so the next step has to copy them.
  private lazy var pass = EvaluationPass(network)
  private let training, validation: DataSet
  /// A queue of its own gets a thread of its own, also where a program's others are all busy.
  private let queue = DispatchQueue(label: "evaluation")
  private var losses: Result<EpochLosses, any Error>?

  init(of network: Network, _ training: DataSet, _ validation: DataSet) {
    (self.network, self.training, self.validation) = (network, training, validation)
  }

  /// Starts to compute the losses of the network as it is now, when those before were waited for.
  func start(epoch: Int) {
    pass.takeParameters(epoch: epoch)
    queue.async { [self] in
      losses = Result {
        let (training, validation) = (try pass.measure(training), try pass.measure(validation))
        return EpochLosses(
          epoch: epoch, training: training.loss, validation: validation.loss,
          trainingError: training.error, validationError: validation.error)
      }
    }
  }

  /// Waits for the losses; nil when none were started since the last wait.
  /// - Throws: `NotFiniteError`, with the epoch, when a prediction is not a number.
  func wait() throws -> EpochLosses? {
    defer { losses = nil }
    return try queue.sync { losses }?.get()
  }
}
