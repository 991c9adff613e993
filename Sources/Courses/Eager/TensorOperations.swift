import Layers
import Operations

/// vugrad's operations of one operand; each is a module of `Operations`. Where vugrad has a vector of N
/// numbers, this is an N×1 matrix. All throw `TensorError.shape` when the shape does not fit, and
/// `.cleared` for a node that is gone.
extension TensorNode {
  /// The natural logarithm of each element.
  public func log() throws(TensorError) -> TensorNode { try applying(Log()) }

  /// The exponential of each element.
  public func exp() throws(TensorError) -> TensorNode { try applying(Exp()) }

  /// The same elements, as a node of their own.
  public func id() throws(TensorError) -> TensorNode { try applying(Identity()) }

  /// The sum of all elements, 1×1.
  public func sum() throws(TensorError) -> TensorNode { try applying(Sum()) }

  /// The largest element of each row, N×1.
  public func rowMax() throws(TensorError) -> TensorNode { try applying(RowMaximum()) }

  /// The sum of each row, N×1.
  public func rowSum() throws(TensorError) -> TensorNode { try applying(RowSums()) }

  /// Each row divided by its sum.
  public func normalize() throws(TensorError) -> TensorNode { try applying(Normalize()) }

  /// The logistic function of each element.
  public func sigmoid() throws(TensorError) -> TensorNode { try applying(Sigmoid()) }

  /// Each element, or 0 where it is negative.
  public func relu() throws(TensorError) -> TensorNode { try applying(ReLU()) }

  /// Repeats a row (axis `rows`) or a column (axis `columns`).
  public func expand(_ axis: Axis, repeats: Int) throws(TensorError) -> TensorNode {
    switch axis {
    case .rows: try applying(Expand(rows: repeats))
    case .columns: try applying(Expand(columns: repeats))
    }
  }

  /// From each row n the element in column `indices[n]`, N×1.
  public func select(_ indices: [Int]) throws(TensorError) -> TensorNode {
    try applying(Select(indices: indices))
  }

  /// A vector, N×1, from a matrix of one row or of one column: the axis that goes away.
  public func squeeze(_ axis: Axis) throws(TensorError) -> TensorNode {
    let shape = try shape
    guard (axis == .rows ? shape.rows : shape.columns) == 1 else {
      throw .shape(ShapeError("squeeze", "a is \(shape), which has more than one of the \(axis)"))
    }
    return try applying(Reshape(to: Shape(shape.count, 1)))
  }

  /// A matrix of one row or of one column, the axis that is added, from a vector, N×1.
  public func unsqueeze(_ axis: Axis) throws(TensorError) -> TensorNode {
    let shape = try shape
    guard shape.columns == 1 else {
      throw .shape(ShapeError("unsqueeze", "a is \(shape), expected a vector: N×1"))
    }
    return try applying(Reshape(to: axis == .rows ? Shape(1, shape.rows) : shape))
  }
}

/// An axis of a matrix: vugrad's dimension 0 or 1.
public enum Axis: Sendable {
  /// Dimension 0.
  case rows
  /// Dimension 1.
  case columns
}
