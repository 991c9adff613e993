import CLibrary
import Layers
import Learning

/// Two copies of a network, each of which learns from one half of every minibatch, on two threads.
///
/// The loss of the minibatch is the mean of the halves' losses, and so is its gradient. Both copies
/// take the same step, so their parameters stay the same, bit for bit, with one thread or two.
final class TrainingHalves: @unchecked Sendable {
  // Sendable: a thread writes to its own half alone, and reads the other's gradients when both are
  // there.
  let first, second: Half
  private let worker = Worker()

  /// - Throws: `ShapeError` never for a network with an even batch.
  init(of network: TitleNetwork) throws(ShapeError) {
    (first, second) = (try Half(of: network), try Half(of: network))
  }

  /// One step of gradient descent; returns the loss before it.
  func step(_ batches: Minibatches, _ k: Int, rate: Double) throws(ShapeError) -> Double {
    worker.start { [second] in second.differentiate(batches, 2 * k + 1) }
    first.differentiate(batches, 2 * k)
    worker.wait()
    if !first.network.isInterrupted() {
      worker.start { [self] in descend(second, rate: rate) }
      descend(first, rate: rate)
      worker.wait()
    }
    return try (first.loss.get() + second.loss.get()) / 2
  }

  /// The gradients are added in the same order for both halves.
  private func descend(_ half: Half, rate: Double) {
    half.network.list.descend(rate: rate / 2, along: first.network.list)
    half.network.list.descend(rate: rate / 2, along: second.network.list)
  }
}

/// The network of one half of every minibatch.
final class Half: @unchecked Sendable {
  // Sendable: see above.
  let network: TitleNetwork
  private(set) var loss = Result<Double, ShapeError>.success(0)

  init(of whole: TitleNetwork) throws(ShapeError) {
    network = try TitleNetwork(whole.architecture, batch: whole.batch / 2)
    network.isInterrupted = whole.isInterrupted
    try network.setValues(whole.values)
  }

  /// The loss of a half and its gradients.
  func differentiate(_ batches: Minibatches, _ half: Int) {
    network.load(batches, half)
    loss = Result { () throws(ShapeError) in
      let loss = try network.forward()
      try network.backward()
      return loss
    }
  }
}
