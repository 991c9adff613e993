import Layers

/// What cannot be done with tensors.
public enum TensorError: Error, Equatable, CustomStringConvertible {
  /// The operands do not fit the operation.
  case shape(ShapeError)
  /// Gradients can be taken of a single number only.
  case notScalar(Shape)
  /// The node was forgotten by `clear()` or at the end of a `scope`.
  case cleared
  /// The nodes are not of one graph.
  case otherGraph
  /// Parameters come first, since `clear()` forgets what is behind them.
  case parameterAfterTensors(name: String)

  /// One line: what was found and what is accepted.
  public var description: String {
    switch self {
    case .shape(let error): error.description
    case .notScalar(let shape): "backward() starts from a 1×1 tensor, but this one is \(shape)"
    case .cleared: "the tensor was cleared"
    case .otherGraph: "the tensor belongs to another graph"
    case .parameterAfterTensors(let name):
      "parameter \"\(name)\" must be made before other tensors, or after clear()"
    }
  }
}
