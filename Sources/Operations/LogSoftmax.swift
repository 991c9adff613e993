import Layers

/// The logarithm of the softmax of each row: `b[k] = a[k] − log Σᵢ exp(a[i])`.
///
/// `a`, `b`: N×K. With the row's maximum m, `b = (a − m) − log Σᵢ exp(a[i] − m)`: no finite logit
/// overflows, and no small probability underflows on its way to the logarithm.
///
/// Gradient, row by row: `gA = gB − exp(b) Σₖ gB[k]`, from the output alone.
public struct LogSoftmax: UnaryModule, Operation {
  /// Printed as `logSoftmax`.
  public init() {}

  /// `b[k] = (a[k] − m) − log Σᵢ exp(a[i] − m)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      let logits = a.vectors(ofRow: n)
      let maximum = maximum(of: logits, count: a.columns)
      var b = b.mutableVectors(ofRow: n)
      for k in logits.indices { b[k] = exp(logits[k] - maximum) }
      b.clearPadding(columns: a.columns)
      let logSum = log(of: sum(of: b.span))
      for k in logits.indices { b[k] = (logits[k] - maximum) - logSum }
      b.clearPadding(columns: a.columns)
    }
  }

  /// `gA += gB − exp(b) Σₖ gB[k]`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<b.rows {
      let b = b.vectors(ofRow: n)
      let upstream = gB.vectors(ofRow: n)
      let total = sum(of: upstream)
      var gradient = gA.mutableVectors(ofRow: n)
      for k in b.indices { gradient[k] += upstream[k] - exp(b[k]) * total }
      gradient.clearPadding(columns: a.columns)
    }
  }
}
