import Dispatch
import Layers
import Learning

/// Two copies of a network, each of which learns from one half of every minibatch, on two threads.
///
/// The loss of the minibatch is the mean of the halves' losses, and so is its gradient. Both copies
/// take the same step, so their parameters stay the same, bit for bit, with one processor or two.
final class TrainingHalves: @unchecked Sendable {
  // Sendable: a thread writes to its own half alone, and reads the other's gradients when both have
  // arrived; `job` is written only while the other thread waits for its start.
  private let first, second: Half
  private var job: Job?
  private let started = DispatchSemaphore(value: 0), ended = DispatchSemaphore(value: 0)

  private struct Job {
    let batches: Minibatches
    let k: Int
    let rate: Double
  }

  /// To be ended with ``end()``.
  /// - Throws: `ShapeError` never for a network with an even batch.
  init(of network: TitleNetwork) throws(ShapeError) {
    (first, second) = (try Half(of: network), try Half(of: network))
    DispatchQueue(label: "second half").async { [self] in
      while true {
        started.wait()
        guard let job else { return }
        learn(job, 1, second, with: first)
        ended.signal()
      }
    }
  }

  /// Lets the second thread go.
  func end() {
    job = nil
    started.signal()
  }

  /// The parameters' values, in the architecture's order.
  var values: [Matrix] { first.network.values }
  /// The same, of the other copy.
  var otherValues: [Matrix] { second.network.values }

  /// One step of gradient descent; returns the loss before it.
  func step(_ batches: Minibatches, _ k: Int, rate: Double) throws(ShapeError) -> Double {
    let job = Job(batches: batches, k: k, rate: rate)
    self.job = job
    started.signal()
    learn(job, 0, first, with: second)
    ended.wait()
    return try (first.loss.get() + second.loss.get()) / 2
  }

  /// A step of the copy that learns from a half; the gradients are added in the same order for both.
  private func learn(_ job: Job, _ number: Int, _ half: Half, with other: Half) {
    half.differentiate(job.batches, 2 * job.k + number)
    half.arrived.signal()
    other.arrived.wait()
    half.network.list.descend(rate: job.rate / 2, along: first.network.list)
    half.network.list.descend(rate: job.rate / 2, along: second.network.list)
  }
}

/// The network of one half of every minibatch.
private final class Half {
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
