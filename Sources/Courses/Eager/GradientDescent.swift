import Layers

/// Gradient descent with momentum (Polyak): `v ← μ v + ∂J/∂w`, `w ← w − rate · v`.
public struct GradientDescent {
  private let graph: TensorGraph
  private let rate, momentum: Double
  private var velocities: [Matrix] = []

  /// Descent on all parameters of a graph; with momentum 0 nothing is kept of past steps.
  /// - Throws: `TensorError` never.
  public init(_ graph: TensorGraph, rate: Double, momentum: Double = 0) throws(TensorError) {
    self.graph = graph
    self.rate = rate
    self.momentum = momentum
    if momentum == 0 { return }
    for parameter in graph.parameters { velocities.append(Matrix(try parameter.shape)) }
  }

  /// A step with the gradients that the parameters have.
  /// - Throws: `TensorError` never.
  public mutating func step() throws(TensorError) {
    if momentum == 0 { return graph.descend(rate: rate) }
    for (k, parameter) in graph.parameters.enumerated() {
      var velocity = try parameter.gradient
      velocity.add(momentum, velocities[k])
      velocities[k] = velocity
      try parameter.add(-rate, velocity)
    }
  }
}
