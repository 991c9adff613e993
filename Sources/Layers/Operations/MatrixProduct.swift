/// The matrix product: `b = a w`.
///
/// `a: N×A`, `w: A×B`, `b: N×B`. Gradients: `gA = gB wᵀ`, `gW = aᵀ gB`.
///
/// Every sum runs in the order of the inner dimension, whatever the machine.
public struct MatrixProduct: ParameterModule {
  /// The product of two matrices.
  public init() {}

  /// `matmul`.
  public var name: String { "matmul" }

  /// N×B for `a: N×A` and `w: A×B`.
  /// - Throws: `ShapeError` when `w` does not have as many rows as `a` has columns.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard w.rows == a.columns else {
      throw ShapeError(name, "a is \(a), so w needs \(a.columns) rows, but it is \(w)")
    }
    return Shape(a.rows, w.columns)
  }

  /// `b = a w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.clear()
    b.addProduct(Factor(a), Factor(w))
  }

  /// `gA += gB wᵀ`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.addProduct(Factor(gB), Factor(w, transposed: true))
  }

  /// `w += scale · aᵀ gB`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    w.addProduct(Factor(a, transposed: true), Factor(gB), scale: scale)
  }
}
