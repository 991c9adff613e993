/// An affine map with its bias: `b = [1 a] W`.
///
/// `a: N×A`, `W: (A+1)×B`, `b: N×B`. `W` is the transpose of the hand-out's `ω: B×(A+1)`, so its
/// row 0 is the bias and row i+1 holds the weights that leave input i.
///
/// Input-major weights make the forward pass "add the rows of the inputs that are not zero", which
/// is contiguous in memory and skips the white of a letter. Skipping changes no bit as long as the
/// weights are finite, and the sum runs in the textbook's order: bias first, then input by input.
///
/// Gradients: `gA = gB Wᵀ` without the bias row, `gW = [1 a]ᵀ gB`.
public struct Linear: ParameterModule {
  /// Holds no weights: they are its second operand.
  public init() {}

  /// N×B for `a: N×A` and `w: (A+1)×B`.
  /// - Throws: `ShapeError` when `w` does not have one row more than `a` has columns.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard w.rows == a.columns + 1 else {
      throw ShapeError(name, "a is \(a), so W needs \(a.columns + 1) rows, but it is \(w)")
    }
    return Shape(a.rows, w.columns)
  }

  /// `b = [1 a] W`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows { b.setRow(n, toOneAndRowOf: a, times: w) }
  }

  /// `gA += gB Wᵀ`, without the bias row.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<a.rows {
      var gradient = gA.mutableVectors(ofRow: n)
      addDotProducts(
        gB.vectors(ofRow: n), w.vectors(fromRow: 1), width: w.vectorsPerRow, count: a.columns,
        to: &gradient)
    }
  }

  /// `w += scale · [1 a]ᵀ gB`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    for n in 0..<a.rows { w.add(scale, oneAndRow: n, of: a, times: gB) }
  }
}
