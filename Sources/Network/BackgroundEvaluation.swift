import Dispatch

/// An epoch's losses, computed on another thread from a copy of the network, while the network
/// itself goes on learning.
///
/// The copy runs the same code on the same parameters, so the losses are the same, bit for bit, as
/// if training had waited for them.
final class BackgroundEvaluation: @unchecked Sendable {
  // Sendable: the copy belongs to the other thread alone, which writes `result` before it signals.
  private let copy: Network
  /// A queue of its own gets a thread of its own, also where a program's others are all busy.
  private let queue = DispatchQueue(label: "evaluation")
  private let done = DispatchSemaphore(value: 0)
  private var result: Result<EpochLosses, any Error>?

  /// Starts to compute the losses of `network` as it is now.
  init(
    of network: Network, epoch: Int, _ training: Examples, _ validation: Examples
  ) throws {
    copy = try network.copy(batch: 1)
    queue.async { [self] in
      result = Result { try copy.losses(epoch, training, validation) }
      done.signal()
    }
  }

  /// Waits for the losses. To be called once.
  /// - Throws: `NumericError` when a prediction was not a number.
  func wait() throws -> EpochLosses? {
    done.wait()
    return try result?.get()
  }
}

extension Network {
  /// The mean cross-entropies on both sets.
  /// - Throws: `NumericError`, with the epoch, when a prediction is not a number.
  fileprivate func losses(
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
