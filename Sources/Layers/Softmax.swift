/// Each row of logits as probabilities: `b[k] = exp(a[k]) / Σᵢ exp(a[i])`.
///
/// `a`, `b`: N×K. The row's maximum is subtracted first, so no finite logit overflows.
///
/// Gradient, row by row: `gA = (diag(b) − b bᵀ) gB = b ⊙ (gB − gB·b)`.
public struct Softmax: UnaryModule {
  /// Takes any number of rows, of any length.
  public init() {}

  /// `b[k] = exp(a[k] − max a) / Σᵢ exp(a[i] − max a)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      let logits = a.vectors(ofRow: n)
      let maximum = Vector(repeating: maximum(of: logits, count: a.columns))
      var b = b.mutableVectors(ofRow: n)
      var sums = Vector.zero
      for k in logits.indices {
        let powers = exp(logits[unchecked: k] - maximum)
          .first(a.columns &- k &* Vector.scalarCount)
        b[unchecked: k] = powers
        sums += powers
      }
      let sum = Vector(repeating: sum(of: sums))
      for k in b.indices { b[unchecked: k] /= sum }
    }
  }

  /// `gA += b ⊙ (gB − gB·b)`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<b.rows {
      let b = b.vectors(ofRow: n)
      let gB = gB.vectors(ofRow: n)
      var gA = gA.mutableVectors(ofRow: n)
      let mean = dot(gB, b)
      for k in b.indices { gA[unchecked: k] += b[unchecked: k] * (gB[unchecked: k] - mean) }
    }
  }
}
