import Layers
import Operations

/// Sums, products and whatever module one likes. All throw `TensorError.shape` when the operands do
/// not fit, and `.cleared` or `.otherGraph` for nodes that are gone or elsewhere.
extension TensorNode {
  /// Applies a module, also one of one's own, to this and other tensors: vugrad's `do_forward`.
  public func applying(
    _ module: any Module, _ others: TensorNode...
  ) throws(TensorError) -> TensorNode {
    try graph.record(module, self, others)
  }

  /// The sum, element by element; shapes must be the same.
  public static func + (a: TensorNode, b: TensorNode) throws(TensorError) -> TensorNode {
    try a.applying(Add(), b)
  }

  /// The difference, element by element; shapes must be the same.
  public static func - (a: TensorNode, b: TensorNode) throws(TensorError) -> TensorNode {
    try a.applying(Subtract(), b)
  }

  /// The product, element by element; shapes must be the same.
  public static func * (a: TensorNode, b: TensorNode) throws(TensorError) -> TensorNode {
    try a.applying(Multiply(), b)
  }

  /// The quotient, element by element; shapes must be the same.
  public static func / (a: TensorNode, b: TensorNode) throws(TensorError) -> TensorNode {
    try a.applying(Divide(), b)
  }

  /// A multiple.
  public static func * (a: TensorNode, factor: Double) throws(TensorError) -> TensorNode {
    try a.applying(Scale(by: factor))
  }

  /// A multiple.
  public static func * (factor: Double, a: TensorNode) throws(TensorError) -> TensorNode {
    try a * factor
  }

  /// The matrix product: N×A times A×B is N×B.
  public func matmul(_ w: TensorNode) throws(TensorError) -> TensorNode {
    try applying(MatrixProduct(), w)
  }

  /// The products of `batches` pairs of matrices, which stand below each other in this and in `w`.
  public func batchedMatmul(_ w: TensorNode, batches: Int) throws(TensorError) -> TensorNode {
    try applying(BatchedMatrixProduct(batches: batches), w)
  }

  /// A row added to every row, as a layer adds its bias: N×B and 1×B.
  public func addRow(_ row: TensorNode) throws(TensorError) -> TensorNode {
    try applying(AddRow(), row)
  }
}
