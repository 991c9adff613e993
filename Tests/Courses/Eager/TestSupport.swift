import Eager
import Layers

extension TensorGraph {
  /// A 1×1 tensor.
  func number(_ value: Double) -> TensorNode { tensor(Matrix(row: [value])) }
}

extension TensorNode {
  /// The elements of the value, row by row.
  var numbers: [Double] { get throws { try value.values } }
  /// The elements of the gradient, row by row.
  var gradients: [Double] { get throws { try gradient.values } }
}
