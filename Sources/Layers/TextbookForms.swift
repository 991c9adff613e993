/// Modules spelt as a course's hand-out spells them: `forward(a) -> b`, `backward(a, b, gB) -> gA`.
///
/// They check shapes, allocate their results and call the same bodies as the Wengert list does.
extension Module {
  /// `b = f(operands)`.
  /// - Throws: `ShapeError` when the operands do not fit, or when the module writes another shape
  ///   than it announced.
  public func forward(_ operands: Matrix...) throws(ShapeError) -> Matrix {
    try forward(operands)
  }

  /// `b = f(operands)`.
  /// - Throws: `ShapeError` when the operands do not fit, or when the module writes another shape
  ///   than it announced.
  public func forward(_ operands: [Matrix]) throws(ShapeError) -> Matrix {
    var b = Matrix(try shape(operands.map(\.shape)))
    let announced = b.shape
    Operands.lend(operands) { forward($0, into: &b) }
    try expect(b, "b", announced)
    return b
  }

  /// The gradients of all operands, `(∂b/∂operand)ᵀ gB`, for `b = forward(operands)`.
  /// - Throws: `ShapeError` when the shapes do not fit.
  public func backward(
    _ operands: [Matrix], _ b: Matrix, _ gB: Matrix
  ) throws(ShapeError) -> [Matrix] {
    let announced = try shape(operands.map(\.shape))
    try expect(b, "b", announced)
    try expect(gB, "gB", announced)
    var gradients = operands.map { Matrix($0.shape) }
    for k in operands.indices {
      Operands.lend(operands) { backward($0, b, gB, adding: &gradients[k], of: k) }
      try expect(gradients[k], "g\(operandNames[k].uppercased())", operands[k].shape)
    }
    return gradients
  }

  private func expect(_ matrix: Matrix, _ operand: String, _ shape: Shape) throws(ShapeError) {
    if matrix.shape != shape {
      throw ShapeError(name, "\(operand) is \(matrix.shape), expected \(shape)")
    }
  }
}

extension UnaryModule {
  /// `gA = (∂b/∂a)ᵀ gB`, for `b = forward(a)`.
  /// - Throws: `ShapeError` when the shapes do not fit.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix) throws(ShapeError) -> Matrix {
    try backward([a], b, gB)[0]
  }
}

extension BinaryModule {
  /// `gA = (∂b/∂a)ᵀ gB` and `gW = (∂b/∂w)ᵀ gB`, for `b = forward(a, w)`.
  /// - Throws: `ShapeError` when the shapes do not fit.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix
  ) throws(ShapeError) -> (gA: Matrix, gW: Matrix) {
    let gradients = try backward([a, w], b, gB)
    return (gradients[0], gradients[1])
  }
}
