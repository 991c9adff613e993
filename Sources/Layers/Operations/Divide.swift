/// The quotient, element by element: `b = a / w`.
///
/// `a`, `w`, `b`: any shape, the same. Where w is 0, b is infinite, or NaN for 0/0.
///
/// Gradients: `gA = gB / w`, `gW = −gB ⊙ b / w`.
public struct Divide: BinaryModule {
  /// The quotient of two operands.
  public init() {}

  /// `div`.
  public var name: String { "div" }

  /// The shape of both operands.
  /// - Throws: `ShapeError` when the shapes differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try shapeOfBoth(a, w)
  }

  /// `b = a / w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.setEach(a, w) { $0 / $1 }
  }

  /// `gA += gB / w`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.addEach(gB, w) { $0 / $1 }
  }

  /// `gW −= gB ⊙ b / w`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    gW.addEach(gB, b, w) { gB, b, w in -gB * b / w }
  }
}
