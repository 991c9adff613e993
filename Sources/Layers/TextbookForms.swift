/// Modules spelt as a course's hand-out spells them: `forward(a) -> b`, `backward(a, b, gB) -> gA`.
///
/// They check shapes, allocate their results and call the same bodies as the Wengert list does.

extension UnaryModule {
  /// `b = f(a)`.
  /// - Throws: `ShapeError` when `a` does not fit, or when the module writes another shape than it
  ///   announced.
  public func forward(_ a: Matrix) throws(ShapeError) -> Matrix {
    var b = Matrix(try shape(a.shape))
    let announced = b.shape
    forward(a, into: &b)
    try expect(b, "b", announced)
    return b
  }

  /// `gA = (∂b/∂a)ᵀ gB`, for `b = forward(a)`.
  /// - Throws: `ShapeError` when the shapes do not fit.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix) throws(ShapeError) -> Matrix {
    let announced = try shape(a.shape)
    try expect(b, "b", announced)
    try expect(gB, "gB", announced)
    var gA = Matrix(a.shape)
    backward(a, b, gB, adding: &gA)
    try expect(gA, "gA", a.shape)
    return gA
  }
}

extension BinaryModule {
  /// `b = f(a, w)`.
  /// - Throws: `ShapeError` when the operands do not fit, or when the module writes another shape
  ///   than it announced.
  public func forward(_ a: Matrix, _ w: Matrix) throws(ShapeError) -> Matrix {
    var b = Matrix(try shape(a.shape, w.shape))
    let announced = b.shape
    forward(a, w, into: &b)
    try expect(b, "b", announced)
    return b
  }

  /// `gA = (∂b/∂a)ᵀ gB` and `gW = (∂b/∂w)ᵀ gB`, for `b = forward(a, w)`.
  /// - Throws: `ShapeError` when the shapes do not fit.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix
  ) throws(ShapeError) -> (gA: Matrix, gW: Matrix) {
    let announced = try shape(a.shape, w.shape)
    try expect(b, "b", announced)
    try expect(gB, "gB", announced)
    var gA = Matrix(a.shape)
    var gW = Matrix(w.shape)
    backward(a, w, b, gB, addingA: &gA)
    backward(a, w, b, gB, addingW: &gW)
    try expect(gA, "gA", a.shape)
    try expect(gW, "gW", w.shape)
    return (gA, gW)
  }
}

extension Module {
  func expect(_ matrix: Matrix, _ operand: String, _ shape: Shape) throws(ShapeError) {
    if matrix.shape != shape {
      throw ShapeError(name, "\(operand) is \(matrix.shape), expected \(shape)")
    }
  }
}
