import Layers

/// Gradient descent with momentum (Polyak): `v ← μ v + ∂J/∂w`, `w ← w − rate · v`.
public struct GradientDescent {
  private let graph: TensorGraph
  private let parameters: [TensorNode]
  private let rate, momentum: Double
  private var velocities: [Matrix] = []

  /// Descent on `parameters`, all those of `graph`; with momentum 0 nothing is kept of past steps.
  /// - Throws: `TensorError.cleared` when one was cleared.
  public init(
    _ parameters: [TensorNode], in graph: TensorGraph, rate: Double, momentum: Double = 0
  ) throws(TensorError) {
    self.graph = graph
    self.parameters = parameters
    self.rate = rate
    self.momentum = momentum
    if momentum == 0 { return }
    for parameter in parameters { velocities.append(Matrix(try parameter.shape)) }
  }

  /// A step with the gradients that the parameters have.
  /// - Throws: `TensorError.cleared` when a parameter was cleared.
  public mutating func step() throws(TensorError) {
    if momentum == 0 { return graph.descend(rate: rate) }
    for (k, parameter) in parameters.enumerated() {
      var velocity = try parameter.gradient
      velocity.add(momentum, velocities[k])
      velocities[k] = velocity
      try parameter.add(-rate, velocity)
    }
  }
}
