import Layers

/// Each row divided by its sum: `b[k] = a[k] / s`, `s = Σᵢ a[i]`.
///
/// `a`, `b`: N×K. A row that sums to 0 gives infinities or NaN.
///
/// Gradient, row by row: `gA = (gB − gB·b) / s`.
public struct Normalize: UnaryModule, Operation {
  /// Printed as `normalize`.
  public init() {}

  /// `b[k] = a[k] / Σᵢ a[i]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      let a = a.vectors(ofRow: n)
      let total = sum(of: a)
      var shares = b.mutableVectors(ofRow: n)
      for k in a.indices { shares[k] = a[k] / total }
    }
  }

  /// `gA += (gB − gB·b) / s`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows {
      let b = b.vectors(ofRow: n)
      let upstream = gB.vectors(ofRow: n)
      let total = sum(of: a.vectors(ofRow: n))
      let mean = dot(upstream, b)
      var gradient = gA.mutableVectors(ofRow: n)
      for k in b.indices { gradient[k] += (upstream[k] - mean) / total }
      gradient.clearPadding(columns: a.columns)
    }
  }
}
