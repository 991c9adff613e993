import Graph
import Layers
import Random

/// How the weights of a ``LinearModule`` start; biases are 0.
public enum WeightInitialization: String, Sendable, CaseIterable {
  /// Glorot and Bengio's: N(0, 2/(inputs + outputs)), by variance.
  case glorot
  /// All 0.
  case zero
  /// N(0, 0.01), by variance.
  case normal

  /// Draws a matrix inputs×outputs, row by row; `zero` draws nothing.
  func weights(_ shape: Shape, _ random: inout RandomState) -> Matrix {
    let variance =
      switch self {
      case .glorot: 2 / Double(shape.rows + shape.columns)
      case .zero: 0.0
      case .normal: 0.01
      }
    var weights = Matrix(shape)
    if variance > 0 {
      weights.draw(.normal(standardDeviation: variance.squareRoot()), &random)
    }
    return weights
  }
}

/// An affine map of each row: `x W + b`.
///
/// `x: N×A`, `W: A×B`, `b: 1×B`. vugrad keeps the transpose of `W`.
public struct LinearModule {
  /// A×B.
  public let weights: TensorNode
  /// 1×B.
  public let bias: TensorNode

  /// Makes the parameters.
  /// - Throws: `TensorError.parameterAfterTensors`.
  public init(
    inputs: Int, outputs: Int, in graph: TensorGraph,
    initialization: WeightInitialization = .glorot,
    random: inout RandomState
  ) throws(TensorError) {
    weights = try graph.parameter(
      initialization.weights(Shape(inputs, outputs), &random), name: "w")
    bias = try graph.parameter(Matrix(rows: 1, columns: outputs), name: "b")
  }

  /// `x W + b`.
  /// - Throws: `TensorError.shape` when `x` does not have A columns.
  public func callAsFunction(_ x: TensorNode) throws(TensorError) -> TensorNode {
    try x.matmul(weights).addRow(bias)
  }

  /// The weights and the bias.
  public func parameters() -> [TensorNode] { [weights, bias] }
}
