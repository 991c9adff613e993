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

extension Matrix {
  /// Numbers between −1 and 1 without a pattern, always the same.
  static func irregular(_ rows: Int, _ columns: Int, _ first: Int = 1) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      (0..<rows * columns).map { Double(((first + $0) * 7919) % 200) / 100 - 0.995 })
  }

  /// The largest difference of two elements; infinite for other shapes or NaN.
  func distance(to other: Matrix) -> Double {
    guard shape == other.shape else { return .infinity }
    let differences = zip(values, other.values).map { abs($0 - $1) }
    return differences.contains { $0.isNaN } ? .infinity : differences.max() ?? 0
  }
}
