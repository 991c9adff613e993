import Layers

/// The hidden state of an LSTM: `b = o ⊙ w`.
///
/// `a = [i f o c̃]`: N×4H, the output of ``LSTMGates``; `w`: N×H, the hyperbolic tangent of the cell
/// state; `b`: N×H. Gradients: `gO = gB ⊙ w`, `gW = gB ⊙ o`; the other gates are not used here.
public struct LSTMOutput: BinaryModule {
  /// Takes H from the shape of the cell state.
  public init() {}

  /// The shape of `w`, N×H.
  /// - Throws: `ShapeError` when `a` is not N×4H.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try shapeOfState(a, w)
  }

  /// `b = o ⊙ w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    let outputGate = 2 * w.columns
    for n in 0..<w.rows {
      let (a, w) = (a.row(n), w.row(n))
      var b = b.mutableRow(n)
      forEachVector(0..<w.count) { j, count in
        b.set(a.vector(outputGate + j, count) * w.vector(j, count), j, count)
      }
    }
  }

  /// `gA += [0 0 gB ⊙ w 0]`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    let outputGate = 2 * w.columns
    for n in 0..<w.rows {
      let (w, gB) = (w.row(n), gB.row(n))
      var gA = gA.mutableRow(n)
      forEachVector(0..<w.count) { j, count in
        gA.add(gB.vector(j, count) * w.vector(j, count), outputGate + j, count)
      }
    }
  }

  /// `gW += gB ⊙ o`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    let outputGate = 2 * w.columns
    for n in 0..<w.rows {
      let (a, gB) = (a.row(n), gB.row(n))
      var gW = gW.mutableRow(n)
      forEachVector(0..<gB.count) { j, count in
        gW.add(gB.vector(j, count) * a.vector(outputGate + j, count), j, count)
      }
    }
  }
}
