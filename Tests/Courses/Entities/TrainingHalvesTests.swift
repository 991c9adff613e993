import Layers
import Learning
import Random
import TestSupport
import Testing

@testable import Entities

/// Whole batches and a short last one; 1e-12 because the sums run half by half.
@Test(arguments: [8, 7, 5, 2])
func halvesOfAMinibatchMakeTheWholeStep(titles: Int) throws {
  let whole = try smallNetwork(.lstm, batch: 4)
  let halves = try TrainingHalves(of: smallNetwork(.lstm, batch: 4))
  let batches = try Minibatches(smallTitles(8), order: Array(0..<titles), size: 4)
  for k in 0..<batches.count {
    let (a, b) = (try whole.step(batches, k, rate: 0.5), try halves.step(batches, k, rate: 0.5))
    #expect(abs(a - b) <= 1e-12)
  }
  let copies = [halves.first.network.values, halves.second.network.values]
  for copy in copies {
    for (a, b) in zip(whole.values, copy) { #expect(a.distance(to: b) <= 1e-12) }
  }
  #expect(copies[0] == copies[1])
}

/// Two runs have the same bits, and a batch of odd size, which has no halves, is learnt from too.
@Test(arguments: Architecture.Kind.allCases, [1, 3, 4])
func trainingCanBeRepeated(kind: Architecture.Kind, batch: Int) throws {
  let runs = try (0..<2).map { _ in
    let network = try smallNetwork(kind, batch: batch)
    var random = RandomState(seed: 5)
    let history = try network.train(
      smallTitles(7), validation: smallTitles(5), epochs: 3, rate: 0.5, schedule: .cosine,
      random: &random)
    return (history, network.values)
  }
  #expect(runs[0].0 == runs[1].0 && runs[0].1 == runs[1].1)
  #expect(runs[0].0.minibatches.count == 3 * ((7 + batch - 1) / batch))
  let losses = runs[0].0.epochs.map(\.training)
  #expect(try #require(losses.last) < losses[0])
}

/// The network ends with the parameters of the epoch whose validation loss was the least, also when
/// it is stopped after the first step of the last epoch.
@Test(arguments: Architecture.Kind.allCases, [(steps: 1000, epochs: 40), (79, 39)])
func theBestEpochIsKept(kind: Architecture.Kind, end: (steps: Int, epochs: Int)) throws {
  let network = try smallNetwork(kind, batch: 4)
  var random = RandomState(seed: 5)
  var steps = 0
  let history = try network.train(
    smallTitles(8), validation: smallTitles(6, seed: 9), epochs: 40, rate: 0.3, schedule: .constant,
    random: &random,
    shouldStop: {
      steps += 1
      return steps == end.steps
    })
  #expect(history.epochs.count == end.epochs)
  let best = try #require(history.best)
  #expect(try #require(history.epochs.last).validation > best.validation)
  // The training titles are read while they are learnt from, never all at the end.
  #expect(history.epochs.allSatisfy { $0.trainingError == nil })
  let evaluation = try network.evaluate(smallTitles(6, seed: 9))
  #expect(best.validationError == evaluation.errorRate)
  #expect(try network.evaluate(smallTitles(6, seed: 9)).loss == best.validation)
}

@Test func theFirstOfEqualEpochsIsTheBest() {
  var history = TrainingHistory()
  for (k, loss) in [0.5, 0.25, 0.25].enumerated() {
    history.epochs.append(EpochLosses(epoch: k + 1, training: 0, validation: loss))
  }
  #expect(history.best?.epoch == 2)
}

@Test(arguments: Architecture.Kind.allCases)
func aRateThatIsTooLargeIsReported(kind: Architecture.Kind) throws {
  let network = try smallNetwork(kind, batch: 4)
  var random = RandomState(seed: 5)
  #expect(throws: NotFiniteError("the loss", epoch: 1, cause: NotFiniteError.rateTooLarge)) {
    try network.train(
      smallTitles(8), validation: smallTitles(8), epochs: 5, rate: .infinity, schedule: .constant,
      random: &random)
  }
}
