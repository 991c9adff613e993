import Layers
import Random

/// A multi-layer perceptron with one or more hidden layers; its outputs are the logarithms of
/// probabilities.
public struct MLP {
  /// The function between layers.
  public enum Activation: String, Sendable, CaseIterable {
    case sigmoid, relu

    func callAsFunction(_ x: TensorNode) throws(TensorError) -> TensorNode {
      switch self {
      case .sigmoid: try x.sigmoid()
      case .relu: try x.relu()
      }
    }
  }

  /// The hidden layers, and the last one.
  public let layers: [LinearModule]
  /// The function behind each hidden layer.
  public let activation: Activation
  /// Whether each hidden layer but the first adds its input to its output.
  public let isResidual: Bool

  /// Makes the layers, one after the other: `hidden` are the numbers of units of the hidden ones.
  /// - Throws: `TensorError.shape` when it is residual and these are not the same,
  ///   `.parameterAfterTensors`.
  public init(
    inputs: Int, hidden: [Int], classes: Int, in graph: TensorGraph,
    activation: Activation = .sigmoid, isResidual: Bool = false,
    initialization: WeightInitialization = .glorot, random: inout RandomState
  ) throws(TensorError) {
    if isResidual, let other = hidden.first(where: { $0 != hidden[0] }) {
      throw .shape(ShapeError("MLP", "is residual, but has layers of \(hidden[0]) and \(other)"))
    }
    layers = try zip([inputs] + hidden, hidden + [classes]).map {
      inputs, outputs throws(TensorError) in
      try LinearModule(
        inputs: inputs, outputs: outputs, in: graph, initialization: initialization,
        random: &random)
    }
    self.activation = activation
    self.isResidual = isResidual
  }

  /// The logarithms of the class probabilities, N×K, of N examples.
  /// - Throws: `TensorError.shape` when `x` does not have as many columns as there are inputs.
  public func callAsFunction(_ x: TensorNode) throws(TensorError) -> TensorNode {
    var hidden = x
    for (index, layer) in layers.dropLast().enumerated() {
      let output = try activation(layer(hidden))
      hidden = isResidual && index > 0 ? try hidden + output : output
    }
    return try logsoftmax(layers[layers.count - 1](hidden))
  }

  /// The weights and biases of all layers, in order.
  public func parameters() -> [TensorNode] { layers.flatMap { $0.parameters() } }
}
