import Layers

/// The four gates of an LSTM side by side: `b = [i f o c̃]`, from what the input and the last hidden
/// state give them.
///
///     i, f, o = σ(a + w)      c̃ = tanh(a + w)
///
/// `a`, `w`, `b`: N×4H, in each gate's H columns what belongs to it: input, forget, output gate and
/// candidate. Gradients, from the output alone: `gA = gW = gB ⊙ b ⊙ (1 − b)`, for the candidate
/// `gB ⊙ (1 − b²)`.
public struct LSTMGates: BinaryModule {
  /// Takes H from the number of columns.
  public init() {}

  /// The shape of both operands, N×4H.
  /// - Throws: `ShapeError` when the shapes differ, or the columns are not four times as many as
  ///   the hidden units.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a.columns % 4 == 0 else {
      throw ShapeError(name, "a is \(a), which is not four gates of equal width")
    }
    return try shapeOfBoth(a, w)
  }

  /// `b = [i f o c̃]`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    let sigmoids = a.columns / 4 * 3
    for n in 0..<a.rows {
      let (a, w) = (a.row(n), w.row(n))
      var b = b.mutableRow(n)
      forEachVector(0..<sigmoids) { j, count in
        b.set(sigmoid(a.vector(j, count) + w.vector(j, count)), j, count)
      }
      forEachVector(sigmoids..<a.count) { j, count in
        b.set(tanh(a.vector(j, count) + w.vector(j, count)), j, count)
      }
    }
  }

  /// `gA += gB ⊙ b ⊙ (1 − b)`, for the candidate `gB ⊙ (1 − b²)`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    let sigmoids = a.columns / 4 * 3
    for n in 0..<b.rows {
      let (b, gB) = (b.row(n), gB.row(n))
      var gA = gA.mutableRow(n)
      forEachVector(0..<sigmoids) { j, count in
        let y = b.vector(j, count)
        gA.add(gB.vector(j, count) * y * (1 - y), j, count)
      }
      forEachVector(sigmoids..<b.count) { j, count in
        let y = b.vector(j, count)
        gA.add(gB.vector(j, count) * (1 - y * y), j, count)
      }
    }
  }

  /// The same as for `a`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    backward(a, w, b, gB, addingA: &gW)
  }
}
