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
  init(_ task: Task, _ settings: Settings) throws {
    self.task = task
    self.settings = settings
    var random = RandomState(seed: settings.seed)
    let inputs = task.training.x.columns
    let units = settings.hidden ?? 4 * inputs
    mlp = try MLP(
      inputs: inputs, hidden: Array(repeating: units, count: settings.layers),
      classes: task.classes, in: graph, activation: settings.activation,
      isResidual: settings.isResidual, initialization: settings.initialization, random: &random)
    descent = try GradientDescent(
      mlp.parameters(), in: graph, rate: settings.learningRate, momentum: settings.momentum)
  }

  /// A pass over the training set, in order, as vugrad makes it.
  /// - Returns: the mean loss of the examples, each before the step that learnt from it.
  mutating func epoch() throws -> Double {
    var sum = 0.0
    for batch in task.training.batches(of: settings.batchSize) {
      let loss = try logceloss(mlp(graph.constant(batch.x)), batch.labels)
      sum += try loss.value[0, 0]
      try loss.backward()
      try descent.step()
      loss.zeroGrad()
      loss.clear()
      if Interrupt.requested { break }
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
}
