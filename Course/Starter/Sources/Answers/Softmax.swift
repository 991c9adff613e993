import Foundation
import Layers

/// Each row of logits as probabilities: `b[k] = exp(a[k]) / Σᵢ exp(a[i])`.
///
/// - `a`, `b`: N×K, a row per example
public struct Softmax: UnaryModule {
  public init() {}

  /// Overwrites every element of `b`; its rows add up to 1. No finite logit may give NaN.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    // answer: exp(1000) is infinite; the same number may be subtracted from all logits of a row
    for n in 0..<a.rows {
      var largest = a[n, 0]
      for k in 1..<a.columns where a[n, k] > largest { largest = a[n, k] }
      var total = 0.0
      for k in 0..<a.columns {
        b[n, k] = exp(a[n, k] - largest)
        total += b[n, k]
      }
      for k in 0..<a.columns { b[n, k] /= total }
    }
    // end
  }

  /// `gA[k] += b[k] (gB[k] − Σᵢ gB[i] b[i])`, row by row.
  ///
  /// It follows from `∂b[i]/∂a[k] = b[i] (1 − b[k])` where i = k, and `−b[i] b[k]` elsewhere.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    // answer: first the sum of a row, then each element
    for n in 0..<a.rows {
      var mean = 0.0
      for i in 0..<a.columns { mean += gB[n, i] * b[n, i] }
      for k in 0..<a.columns { gA[n, k] += b[n, k] * (gB[n, k] - mean) }
    }
    // end
  }
}
