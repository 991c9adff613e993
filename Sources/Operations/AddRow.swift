import Layers

/// A row added to every row: `b[n] = a[n] + w`, as a layer adds its bias.
///
/// `a`, `b`: N×B; `w`: 1×B. Gradients: `gA = gB`, `gW = Σₙ gB[n]`.
public struct AddRow: ParameterModule, Operation {
  /// Printed as `addRow`.
  public init() {}

  /// N×B for `a: N×B` and `w: 1×B`.
  /// - Throws: `ShapeError` when `w` is not one row as long as those of `a`.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard w == Shape(1, a.columns) else {
      throw ShapeError(name, "a is \(a), so w must be \(Shape(1, a.columns)), but it is \(w)")
    }
    return a
  }

  /// `b[n] = a[n] + w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    let w = w.vectors(ofRow: 0)
    for n in 0..<a.rows {
      let a = a.vectors(ofRow: n)
      var sums = b.mutableVectors(ofRow: n)
      for k in a.indices { sums[k] = a[k] + w[k] }
    }
  }

  /// `gA += gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.add(gB)
  }

  /// `w += scale · Σₙ gB[n]`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    var sums = w.mutableVectors(ofRow: 0)
    for n in 0..<gB.rows { addScaled(scale, gB.vectors(ofRow: n), to: &sums) }
  }
}
