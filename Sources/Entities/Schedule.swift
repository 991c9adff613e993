#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the learning rate falls while training goes on.
public enum Schedule: String, Sendable, CaseIterable {
  /// It does not.
  case constant
  /// Half a cosine from the first rate down to 0. Source: I. Loshchilov, F. Hutter, "SGDR" (2017),
  /// without restarts.
  case cosine

  /// What the first rate is multiplied by after a share 0..<1 of all steps.
  public func factor(at progress: Double) -> Double {
    switch self {
    case .constant: 1
    case .cosine: 0.5 * (1 + cos(.pi * progress))
    }
  }
}
