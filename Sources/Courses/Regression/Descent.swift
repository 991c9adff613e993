import Graph
import Layers
import Learning
import Random

extension ComputationGraphFunction {
  /// Stochastic gradient descent: `p ← p − step · ∂J/∂p` for every example, all gradients from the
  /// old parameters. Each epoch takes the examples in an order of its own.
  ///
  /// - Parameters:
  ///   - random: for each epoch gives a permutation, so that NumPy can repeat the run.
  ///   - shouldStop: asked after every example; true ends the training there.
  ///   - report: called after each whole epoch, counted from 1, with the mean of the objectives as
  ///     the steps met them.
  /// - Returns: how many epochs were carried out whole.
  /// - Throws: `NotFiniteError` when an objective is no number, before that example's step;
  ///   `GraphError` when the data do not fit; what `report` throws.
  @discardableResult
  public func train(
    on data: DataSet, step: Double, epochs: Int, random: inout RandomState,
    shouldStop: () -> Bool = { false },
    report: (_ epoch: Int, _ averageObjective: Double) throws -> Void
  ) throws -> Int {
    try expect(data)
    var descent = GradientDescent(rate: step)
    for epoch in 0..<epochs {
      var mean = Self.meanObjective(epoch: epoch + 1)
      for i in random.permutation(data.count) {
        load(i, of: data)
        try mean.add(evaluateObjective(), example: i + 1)
        try differentiate()
        descent.step(list)
        if shouldStop() { return epoch }
      }
      try report(epoch + 1, mean.value)
    }
    return epochs
  }

  /// The predictions for all examples: N×K.
  /// - Throws: `GraphError` when the data do not fit.
  public func predictions(_ x: Matrix) throws(GraphError) -> Matrix {
    try expect(x, inputs)
    do {
      return try list.values(of: prediction.register, for: inputs[0].register, rows: x)
    } catch {
      throw GraphError(prediction, error)
    }
  }

  func load(_ i: Int, of data: DataSet) {
    list.zeroGradients()
    list.load(inputs[0].register, row: i, of: data.x)
    list.load(outcomes[0].register, row: i, of: data.y)
  }

  func expect(_ data: DataSet) throws(GraphError) {
    try expect(data.x, inputs)
    try expect(data.y, outcomes)
  }

  private func expect(_ rows: Matrix, _ nodes: [Node]) throws(GraphError) {
    guard nodes.count == 1 else {
      let names = nodes.map(\.name).joined(separator: ", ")
      throw GraphError(prediction.name, "one input and one outcome are expected, found \(names)")
    }
    guard nodes[0].shape == Shape(1, rows.columns) else {
      throw GraphError(nodes[0].name, "is \(nodes[0].shape), but the data are \(rows.shape)")
    }
  }
}
