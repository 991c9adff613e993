/// How the learning rate falls while training goes on.
public enum Schedule: String, Sendable, CaseIterable {
  /// It does not.
  case constant
  /// Half a cosine from the first rate down to 0. Source: I. Loshchilov, F. Hutter, "SGDR" (2017),
  /// without restarts.
  case cosine

  /// What the first rate is multiplied by after a share 0..<1 of all steps: ½ (1 + cos πp), which is
  /// cos²(πp/2).
  public func factor(at progress: Double) -> Double {
    switch self {
    case .constant: return 1
    case .cosine:
      let root = cosineSeries(.pi / 2 * progress)
      return root * root
    }
  }
}

/// cos x = 1 − x²/2! + x⁴/4! − …, of which twelve terms are enough for |x| ≤ π/2. (The last bit of
/// the C library's cosine depends on the processor, and with it would a trained network's bits.)
private func cosineSeries(_ x: Double) -> Double {
  var sum = 0.0
  var term = 1.0
  for k in stride(from: 1.0, through: 23, by: 2) {
    sum += term
    term *= -x * x / (k * (k + 1))
  }
  return sum
}
