import Eager
import Layers
import Random
import Terminal

/// A multi-layer perceptron while it learns.
struct Training {
  let task: Task
  let settings: Settings
  let graph = TensorGraph()
  let mlp: MLP
  private var descent: GradientDescent

  /// Draws the first weights, with a generator of their own.
  /// - Throws: `UsageError` when the network is too large.
  init(_ task: Task, _ settings: Settings) throws {
    self.task = task
    self.settings = settings
    var random = RandomState(seed: settings.seed)
    let inputs = task.training.x.columns
    let units = settings.hidden ?? 4 * inputs
    try Self.limitNumbers(inputs, units, task, settings)
    mlp = try MLP(
      inputs: inputs, hidden: Array(repeating: units, count: settings.layers),
      classes: task.classes, in: graph, activation: settings.activation,
      isResidual: settings.isResidual, initialization: settings.initialization, random: &random)
    descent = GradientDescent(rate: settings.learningRate, momentum: settings.momentum)
  }

  /// A pass over the training set, in order, as vugrad makes it; `show` is told the share that is
  /// done.
  /// - Returns: the mean loss of the examples, each before the step that learnt from it.
  mutating func epoch(show: (Double) -> Void) throws -> Double {
    var (sum, count) = (0.0, 0)
    for batch in task.training.batches(of: settings.batchSize) {
      let loss = try logceloss(mlp(graph.constant(batch.x)), batch.labels)
      sum += try loss.value[0, 0]
      try loss.backward()
      descent.step(graph)
      loss.zeroGrad()
      loss.clear()
      if Interrupt.requested { break }
      count += batch.count
      show(Double(count) / Double(task.training.count))
    }
    return sum / Double(task.training.count)
  }

  /// The share of the validation set whose class gets the largest probability.
  func accuracy() throws -> Double {
    var correct = 0
    for batch in task.validation.batches(of: settings.batchSize) {
      try graph.scope {
        let outputs = try mlp(graph.constant(batch.x)).value
        for (n, label) in batch.labels.enumerated() where outputs.argmax(ofRow: n) == label {
          correct += 1
        }
      }
    }
    return Double(correct) / Double(task.validation.count)
  }

  /// Weights and outputs of hidden layers in a step; with gradients, 250 million take up to 12 GB.
  private static func limitNumbers(
    _ inputs: Int, _ units: Int, _ task: Task, _ settings: Settings
  ) throws(UsageError) {
    let (layers, width) = (Double(settings.layers), Double(units))
    let weights = width * (Double(inputs + task.classes) + width * (layers - 1))
    let outputs = width * layers * Double(min(settings.batchSize, task.training.count))
    if weights + outputs > 250e6 {
      throw UsageError(
        "a step would take \(fixed((weights + outputs) / 1e6, 0)) million numbers, at most 250 "
          + "million are possible: choose smaller --hidden, --layers or --batch-size")
    }
  }
}
