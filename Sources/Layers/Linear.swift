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
  /// The affine map.
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
    Ink.withMemory { ink in
      for n in 0..<a.rows {
        for start in stride(from: 0, to: max(1, a.columns), by: Ink.capacity) {
          ink.collect(a.vectors(ofRow: n), from: start)
          Self.addRows(ink, a, n, w, startingWithBias: start == 0, to: &b)
        }
      }
    }
  }

  /// Row n of `b`, or for a first block of inputs the bias, `+ Σ a[n, i] · row i+1 of w` over the
  /// indices i in `ink`.
  @inline(never)
  private static func addRows(
    _ ink: Ink, _ a: Matrix, _ n: Int, _ w: Matrix, startingWithBias: Bool, to b: inout Matrix
  ) {
    let inputs = a.row(n)
    let weights = w.vectors()
    var sums = b.mutableVectors(ofRow: n)
    if startingWithBias { for c in sums.indices { sums[unchecked: c] = weights[c] } }
    Layers.addRows(ink, inputs, of: weights, to: &sums)
  }

  /// `gA += gB Wᵀ`, without the bias row.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<a.rows {
      var gradient = gA.mutableVectors(ofRow: n)
      addProducts(gB.vectors(ofRow: n), with: w.vectors(), count: a.columns, to: &gradient)
    }
  }

  /// `w += scale · [1 a]ᵀ gB`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, into w: inout Matrix) {
    Ink.withMemory { ink in
      for n in 0..<a.rows {
        Self.addBias(scale, gB, n, to: &w)
        for start in stride(from: 0, to: max(1, a.columns), by: Ink.capacity) {
          ink.collect(a.vectors(ofRow: n), from: start)
          Self.addOuterProduct(scale, ink, a, gB, n, to: &w)
        }
      }
    }
  }

  @inline(never)
  private static func addBias(_ scale: Double, _ gB: Matrix, _ n: Int, to w: inout Matrix) {
    var bias = w.mutableVectors(ofRow: 0)
    addScaled(scale, gB.vectors(ofRow: n), to: &bias)
  }

  @inline(never)
  private static func addOuterProduct(
    _ scale: Double, _ ink: Ink, _ a: Matrix, _ gB: Matrix, _ n: Int, to w: inout Matrix
  ) {
    let inputs = a.row(n)
    let upstream = gB.vectors(ofRow: n)
    var weights = w.mutableVectors()
    Layers.addOuterProduct(scale, ink, inputs, upstream, to: &weights)
  }
}
