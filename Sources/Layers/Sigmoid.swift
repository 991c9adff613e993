/// The logistic function, element by element: `b = 1 / (1 + exp(−a))`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB ⊙ b ⊙ (1 − b)`, from the output alone.
public struct Sigmoid: UnaryModule {
  /// The logistic function.
  public init() {}

  /// `b = 1 / (1 + exp(−a))`; 0 and 1 in the limits, never NaN for a number.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      let a = a.vectors(ofRow: n)
      var sigmoids = b.mutableVectors(ofRow: n)
      for k in a.indices { sigmoids[k] = sigmoid(a[k]) }
      b.clearPadding(ofRow: n)
    }
  }

  /// `gA += gB ⊙ b ⊙ (1 − b)`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<b.rows {
      let b = b.vectors(ofRow: n)
      let gB = gB.vectors(ofRow: n)
      var gA = gA.mutableVectors(ofRow: n)
      for k in b.indices { gA[k] += gB[k] * b[k] * (1 - b[k]) }
    }
  }
}
