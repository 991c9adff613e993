/// What a finite-difference check found.
public struct GradientReport: Sendable {
  /// The module or network that was checked.
  public let name: String
  /// The largest error met: relative to the largest entry of its Jacobian, or for a network the
  /// relative distance of the two gradients in the L2 norm.
  public let error: Double
  /// The largest error accepted.
  public let tolerance: Double
  /// How many derivatives were compared.
  public let comparisons: Int
  /// The derivative with the largest error.
  public let worst: Deviation?
  /// Why the check could not be carried out, for example a wrong shape.
  public let failure: String?

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

  /// What a comparison found; `error` where it is measured in another way.
  package init(
    name: String, _ comparison: Comparison, error: Double? = nil, tolerance: Double,
    failure: String? = nil
  ) {
    self.name = name
    self.error = error ?? comparison.error
    self.tolerance = tolerance
    comparisons = comparison.count
    worst = comparison.worst
    self.failure = failure
  }

  /// What `check` finds, or why it could not be carried out.
  package init(name: String, of check: () throws -> GradientReport) {
    do {
      self = try check()
    } catch {
      self.init(name: name, Comparison(), error: .infinity, tolerance: 0, failure: "\(error)")
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
