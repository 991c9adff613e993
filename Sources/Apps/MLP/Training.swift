import Eager
import Formats
import Layers
import Learning
import Random
import Terminal

/// A multi-layer perceptron while it learns.
struct Training {
  private let training, validation: [DataSet]
  private let classes: Int
  private let graph = TensorGraph()
  private let mlp: MLP
  private var descent: GradientDescent

  /// Draws the first weights, with a generator of their own.
  /// - Throws: `UsageError` when the network is too large.
  init(_ data: Classification, _ arguments: ParsedArguments) throws {
    let batchSize = arguments[Options.batchSize]
    classes = data.classes
    training = data.training.batches(of: batchSize)
    validation = data.validation.batches(of: batchSize)
    var random = RandomState(seed: arguments[Options.seed])
    let inputs = data.training.x.columns
    let hidden = Array(
      repeating: arguments[Options.hidden] ?? 4 * inputs, count: arguments[Options.layers])
    try data.expectToFit(hidden: hidden, batch: batchSize)
    mlp = try MLP(
      inputs: inputs, hidden: hidden, classes: data.classes, in: graph,
      activation: arguments[Options.activation], isResidual: arguments[Options.residual],
      initialization: arguments[Options.initialization], random: &random)
    descent = GradientDescent(
      rate: arguments[Options.rate], momentum: arguments[Options.momentum])
  }

  /// A pass over the training set, in order, as vugrad makes it; `show` is told the share that is
  /// done.
  /// - Returns: the mean loss of the examples, each before the step that learnt from it.
  mutating func epoch(show: (Double) -> Void) throws -> Double {
    var (sum, count) = (0.0, 0)
    let all = training.examples
    for batch in training {
      let loss = try logceloss(mlp(graph.constant(batch.x)), batch.labels)
      sum += try loss.value[0, 0]
      try loss.backward()
      descent.step(graph)
      loss.zeroGrad()
      loss.clear()
      if Interrupt.requested { break }
      count += batch.count
      show(Double(count) / Double(all))
    }
    return sum / Double(all)
  }

  /// Which classes of the validation set get the largest probability for which.
  func confusions() throws -> Confusions {
    var told: [Int] = []
    for batch in validation {
      try graph.scope { told += try mlp(graph.constant(batch.x)).value.argmaxOfRows }
    }
    return Confusions(told, truth: validation.flatMap(\.labels), classes: classes)
  }
}

extension [DataSet] {
  /// The number of examples in all of them.
  fileprivate var examples: Int { reduce(0) { $0 + $1.count } }
}

extension Classification {
  /// Limits the numbers in weights and in the outputs of layers in a step; with gradients, 250 million
  /// take up to 12 GB. Rows are counted as long as they are in memory.
  fileprivate func expectToFit(hidden: [Int], batch: Int) throws(UsageError) {
    let (layers, width) = (Double(hidden.count), bytesOfRow(hidden[0]) / 8)
    let last = bytesOfRow(classes) / 8
    let weights =
      width * Double(training.x.columns) + Double(hidden[0]) * (width * (layers - 1) + last)
    let rows = Double(min(batch, max(training.count, validation.count)))
    let numbers = weights + rows * (width * layers + last)
    if numbers > 250e6 {
      throw UsageError(
        "a step would take \(fixed(numbers / 1e6, 0)) million numbers, at most 250 "
          + "million are possible: choose smaller --hidden, --layers or --batch-size")
    }
    try expectMemory(
      6 * 8 * numbers, for: "a step with these --hidden, --layers and --batch-size")
  }
}
