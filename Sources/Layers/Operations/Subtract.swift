/// The difference, element by element: `b = a − w`.
///
/// `a`, `w`, `b`: any shape, the same. Gradients: `gA = gB`, `gW = −gB`.
public struct Subtract: BinaryModule {
  /// The difference of two operands.
  public init() {}

  /// `sub`.
  public var name: String { "sub" }

  /// The shape of both operands.
  /// - Throws: `ShapeError` when the shapes differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try shapeOfBoth(a, w)
  }

  /// `b = a − w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.setEach(a, w) { $0 - $1 }
  }

  /// `gA += gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.add(1, gB)
  }

  /// `gW −= gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    gW.add(-1, gB)
  }
}
