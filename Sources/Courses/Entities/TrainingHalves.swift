import Dispatch
import Layers
import Learning

/// Two copies of a network, each of which learns from one half of every minibatch, on two threads.
///
/// The loss of the minibatch is the mean of the halves' losses, and so is its gradient. Both copies
/// take the same step, so their parameters stay the same, bit for bit, with one processor or two.
final class TrainingHalves: @unchecked Sendable {
  // Sendable: in a step a thread writes to its own half alone, and reads the other's gradients when
  // both have arrived.
  let first, second: Half
  private let queue = DispatchQueue(label: "second half")

  /// - Throws: `ShapeError` never for a network with an even batch.
  init(of network: TitleNetwork) throws(ShapeError) {
    (first, second) = (try Half(of: network), try Half(of: network))
  }

  /// One step of gradient descent; returns the loss before it.
  func step(_ batches: Minibatches, _ k: Int, rate: Double) throws(ShapeError) -> Double {
    queue.async { [self] in learn(batches, 2 * k + 1, second, with: first, rate: rate) }
    learn(batches, 2 * k, first, with: second, rate: rate)
    queue.sync {}
    return try (first.loss.get() + second.loss.get()) / 2
  }

  /// A step of the copy that learns from a half; the gradients are added in the same order for both.
  private func learn(
    _ batches: Minibatches, _ number: Int, _ half: Half, with other: Half, rate: Double
  ) {
    half.differentiate(batches, number)
    half.arrived.signal()
    other.arrived.wait()
    half.network.list.descend(rate: rate / 2, along: first.network.list)
    half.network.list.descend(rate: rate / 2, along: second.network.list)
  }
}

/// The network of one half of every minibatch.
final class Half {
  let network: TitleNetwork
  private(set) var loss = Result<Double, ShapeError>.success(0)
  /// Says to the other thread that the gradients are there.
  let arrived = DispatchSemaphore(value: 0)

  init(of whole: TitleNetwork) throws(ShapeError) {
    network = try TitleNetwork(whole.architecture, batch: whole.batch / 2)
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
