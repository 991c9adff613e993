/// What a finite-difference check found.
public struct GradientReport: Sendable {
  /// The module or network that was checked.
  public let name: String
  /// The largest error met: relative to the largest entry of its Jacobian, or for a network the
  /// relative distance of the two gradients in the L2 norm.
  public package(set) var error = 0.0
  /// The largest error accepted.
  public let tolerance: Double
  /// How many derivatives were compared.
  public private(set) var comparisons = 0
  /// The derivative with the largest error.
  public private(set) var worst: Deviation?
  /// Why the check could not be carried out, for example a wrong shape.
  public internal(set) var failure: String?

  /// One derivative, as `backward` gives it and as the difference quotient does.
  public struct Deviation: Sendable, CustomStringConvertible {
    /// For example `∂b[0,3]/∂a[0,1]`.
    public let derivative: String
    /// From `backward`.
    public let analytic: Double
    /// `(f(a + ε) − f(a − ε)) / 2ε`.
    public let numeric: Double

    /// The derivative and both values.
    public var description: String {
      "\(derivative): backward \(analytic), difference quotient \(numeric)"
    }
  }

  /// What `check` finds, or why it could not be carried out.
  package init(
    name: String, tolerance: Double, of check: (inout GradientReport) throws -> Void
  ) {
    (self.name, self.tolerance) = (name, tolerance)
    do { try check(&self) } catch { failure = "\(error)" }
  }

  /// Compares a derivative as `backward` gives it with the difference quotient; the error is relative
  /// to `scale`.
  mutating func add(
    _ derivative: @autoclosure () -> String, analytic: Double, numeric: Double, scale: Double
  ) {
    comparisons += 1
    let difference = abs(analytic - numeric)
    // Written so that NaN counts as an error; two exact zeros are equal.
    let relative = difference == 0 ? 0 : difference / scale
    if !(relative <= error) || worst == nil {
      error = relative.isNaN ? .infinity : relative
      worst = Deviation(derivative: derivative(), analytic: analytic, numeric: numeric)
    }
  }

  /// Whether every derivative was within the tolerance; NaN is not.
  public var passed: Bool { failure == nil && error <= tolerance }
}

extension GradientReport: CustomStringConvertible {
  /// One line: name, verdict, error and the worst derivative with both values.
  public var description: String {
    if let failure { return "\(name): FAIL: \(failure)" }
    let worst = worst.map { ", worst \($0)" } ?? ""
    return "\(name): \(passed ? "pass" : "FAIL"): error \(error) (tolerance \(tolerance))\(worst)"
  }
}
