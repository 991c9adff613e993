/// The product, element by element: `b = a ⊙ w`.
///
/// `a`, `w`, `b`: any shape, the same. Gradients: `gA = gB ⊙ w`, `gW = gB ⊙ a`.
public struct Multiply: BinaryModule {
  /// The product of two operands.
  public init() {}

  /// `mul`.
  public var name: String { "mul" }

  /// The shape of both operands.
  /// - Throws: `ShapeError` when the shapes differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try shapeOfBoth(a, w)
  }

  /// `b = a ⊙ w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.setEach(a, w) { $0 * $1 }
  }

  /// `gA += gB ⊙ w`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.addEach(gB, w) { $0 * $1 }
  }

  /// `gW += gB ⊙ a`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    gW.addEach(gB, a) { $0 * $1 }
  }
}
