import Layers

/// vugrad's operations of one operand; each is a module of `Layers`. Where vugrad has a vector of N
/// numbers, this is an N×1 matrix.
extension TensorNode {
  /// The natural logarithm of each element.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func log() throws(TensorError) -> TensorNode { try applying(Log()) }

  /// The exponential of each element.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func exp() throws(TensorError) -> TensorNode { try applying(Exp()) }

  /// The same elements, as a node of their own.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func id() throws(TensorError) -> TensorNode { try applying(Identity()) }

  /// The sum of all elements, 1×1.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func sum() throws(TensorError) -> TensorNode { try applying(Sum()) }

  /// The largest element of each row, N×1.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func rowMax() throws(TensorError) -> TensorNode { try applying(RowMaximum()) }

  /// The sum of each row, N×1.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func rowSum() throws(TensorError) -> TensorNode { try applying(RowSums()) }

  /// Each row divided by its sum.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func normalize() throws(TensorError) -> TensorNode { try applying(Normalize()) }

  /// The logistic function of each element.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func sigmoid() throws(TensorError) -> TensorNode { try applying(Sigmoid()) }

  /// Each element, or 0 where it is negative.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func relu() throws(TensorError) -> TensorNode { try applying(ReLU()) }

  /// Repeats a row (axis `rows`) or a column (axis `columns`).
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func expand(_ axis: Axis, repeats: Int) throws(TensorError) -> TensorNode {
    switch axis {
    case .rows: try applying(ExpandRows(to: repeats))
    case .columns: try applying(ExpandColumns(to: repeats))
    }
  }

  /// From each row n the element in column `indices[n]`, N×1.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func select(_ indices: [Int]) throws(TensorError) -> TensorNode {
    try applying(Select(indices: indices))
  }

  /// A vector, N×1, from a matrix of one row or of one column: the axis that goes away.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
  public func squeeze(_ axis: Axis) throws(TensorError) -> TensorNode {
    let shape = try shape
    guard (axis == .rows ? shape.rows : shape.columns) == 1 else {
      throw .shape(ShapeError("squeeze", "a is \(shape), which has more than one of the \(axis)"))
    }
    return try applying(Reshape(to: Shape(shape.count, 1)))
  }

  /// A matrix of one row or of one column, the axis that is added, from a vector, N×1.
  /// - Throws: `TensorError` when the shapes do not fit, or a tensor is of another graph or was cleared.
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
