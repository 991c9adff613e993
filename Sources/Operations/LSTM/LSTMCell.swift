import Layers

/// The next cell state of an LSTM: `b = f ⊙ w + i ⊙ c̃`.
///
/// `a = [i f o c̃]`: N×4H, the output of ``LSTMGates``; `w`: N×H, the last cell state; `b`: N×H.
/// Gradients: `gI = gB ⊙ c̃`, `gF = gB ⊙ w`, `gC̃ = gB ⊙ i`, `gW = gB ⊙ f`; the output gate is not
/// used here.
public struct LSTMCell: BinaryModule {
  /// Takes H from the shape of the cell state.
  public init() {}

  /// The shape of `w`, N×H.
  /// - Throws: `ShapeError` when `a` is not N×4H.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try shapeOfState(a, w)
  }

  /// `b = f ⊙ w + i ⊙ c̃`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    let hidden = w.columns
    for n in 0..<w.rows {
      let (a, w) = (a.row(n), w.row(n))
      var b = b.mutableRow(n)
      forEachVector(0..<hidden) { j, count in
        let i = a.vector(j, count)
        let f = a.vector(hidden + j, count)
        let candidate = a.vector(3 * hidden + j, count)
        b.set(f * w.vector(j, count) + i * candidate, j, count)
      }
    }
  }

  /// `gA += [gB ⊙ c̃  gB ⊙ w  0  gB ⊙ i]`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    let hidden = w.columns
    for n in 0..<w.rows {
      let (a, w, gB) = (a.row(n), w.row(n), gB.row(n))
      var gA = gA.mutableRow(n)
      forEachVector(0..<hidden) { j, count in
        let upstream = gB.vector(j, count)
        gA.add(upstream * a.vector(3 * hidden + j, count), j, count)
        gA.add(upstream * w.vector(j, count), hidden + j, count)
        gA.add(upstream * a.vector(j, count), 3 * hidden + j, count)
      }
    }
  }

  /// `gW += gB ⊙ f`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    let hidden = w.columns
    for n in 0..<w.rows {
      let (a, gB) = (a.row(n), gB.row(n))
      var gW = gW.mutableRow(n)
      forEachVector(0..<hidden) { j, count in
        gW.add(gB.vector(j, count) * a.vector(hidden + j, count), j, count)
      }
    }
  }
}

extension BinaryModule {
  /// N×H for the gates `a: N×4H` and a state `w: N×H` of an LSTM.
  func shapeOfState(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a == Shape(w.rows, 4 * w.columns) else {
      throw ShapeError(
        name, "w is \(w), so a must be \(Shape(w.rows, 4 * w.columns)), but it is \(a)")
    }
    return w
  }
}
