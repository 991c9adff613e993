// Modules of one and of two operands, as those of any number of them.

extension UnaryModule {
  /// `a`.
  public var operandNames: [String] { ["a"] }

  /// The shape of `b` for one operand.
  public func shape(_ operands: [Shape]) throws(ShapeError) -> Shape {
    try expect(1, operands.count)
    return try shape(operands[0])
  }

  /// `b = f(a)`.
  public func forward(_ operands: Operands, into b: inout Matrix) {
    operands.lend(0) { a in forward(a, into: &b) }
  }

  /// `gA += (∂b/∂a)ᵀ gB`.
  public func backward(
    _ operands: Operands, _ b: Matrix, _ gB: Matrix, adding gradient: inout Matrix, of index: Int
  ) {
    operands.lend(0) { a in backward(a, b, gB, adding: &gradient) }
  }
}

extension BinaryModule {
  /// `a` and `w`.
  public var operandNames: [String] { ["a", "w"] }

  /// The shape of `b` for two operands.
  public func shape(_ operands: [Shape]) throws(ShapeError) -> Shape {
    try expect(2, operands.count)
    return try shape(operands[0], operands[1])
  }

  /// `b = f(a, w)`.
  public func forward(_ operands: Operands, into b: inout Matrix) {
    operands.lend(0, 1) { a, w in forward(a, w, into: &b) }
  }

  /// `gradient +=` gA or gW.
  public func backward(
    _ operands: Operands, _ b: Matrix, _ gB: Matrix, adding gradient: inout Matrix, of index: Int
  ) {
    operands.lend(0, 1) { a, w in
      if index == 0 {
        backward(a, w, b, gB, addingA: &gradient)
      } else {
        backward(a, w, b, gB, addingW: &gradient)
      }
    }
  }
}

extension Module {
  /// - Throws: `ShapeError` when there are not as many operands as the module takes.
  package func expect(_ count: Int, _ found: Int) throws(ShapeError) {
    guard found == count else {
      throw ShapeError(name, "takes \(count) operand\(count == 1 ? "" : "s"), not \(found)")
    }
  }
}
