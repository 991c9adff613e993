/// What a finite-difference check found.
public struct GradientReport: Sendable {
  /// The module or network that was checked.
  public let name: String
  /// The largest error met: relative to the largest derivative of the same output, or for a network
  /// the relative distance of the two gradients in the L2 norm.
  public package(set) var error = 0.0
  /// The largest error accepted.
  public let tolerance: Double
  /// How many derivatives were compared.
  public private(set) var comparisons = 0
  /// The derivative with the largest error.
  public private(set) var worst: Deviation?
  /// Why the check could not be carried out, for example a wrong shape.
  public internal(set) var failure: String?
  /// What a module promises and does not keep, a sentence each: "backward overwrites the gradient of a
  /// instead of adding to it".
  public private(set) var brokenPromises: [String] = []
  /// What the wrong derivatives have in common, as far as it can be told, a sentence each: "the
  /// gradient of a has the wrong sign".
  public internal(set) var diagnosis: [String] = []
  /// What there is to draw: for each operand, or each matrix of parameters, the derivatives at one point.
  /// Those of too many numbers are left out.
  package internal(set) var derivatives: [ComparedDerivatives] = []
  /// How many derivatives were not within the tolerance.
  private(set) var deviations = 0

  /// One derivative, as `backward` gives it and as the difference quotient does.
  public struct Deviation: Sendable, CustomStringConvertible {
    /// For example `∂b[0,3]/∂a[0,1]`.
    public let derivative: String
    /// The element by which the function is differentiated, where it is known.
    public let element: Double?
    /// From `backward`.
    public let analytic: Double
    /// From difference quotients, such as `(f(a + ε) − f(a − ε)) / 2ε`.
    public let numeric: Double

    /// The derivative and both values.
    public var description: String {
      let place = element.map { " at \($0)" } ?? ""
      return "\(derivative)\(place): backward \(analytic), difference quotient \(numeric)"
    }
  }

  /// What `check` finds, or why it could not be carried out.
  package init(
    name: String, tolerance: Double, of check: (inout GradientReport) throws -> Void
  ) {
    (self.name, self.tolerance) = (name, tolerance)
    do { try check(&self) } catch { failure = "\(error)" }
  }

  /// Adds a derivative as `backward` gives it and as the difference quotient does.
  mutating func add(
    _ derivative: @autoclosure () -> String, at element: Double? = nil, analytic: Double,
    numeric: Double, error: Double
  ) {
    comparisons += 1
    if error > tolerance { deviations += 1 }
    // Of equals, but for rounding, the first.
    if isWorse(error, than: self.error) || worst == nil {
      self.error = error
      worst = Deviation(
        derivative: derivative(), element: element, analytic: analytic, numeric: numeric)
    }
  }

  /// Adds all that were compared.
  mutating func add(_ derivatives: ComparedDerivatives) {
    for cell in derivatives.cells {
      guard let error = derivatives.errors[cell.row][cell.column] else { continue }
      add(
        derivatives.name(cell), at: derivatives.output == nil ? nil : derivatives.number(cell),
        analytic: derivatives.analytic[cell.row][cell.column],
        numeric: derivatives.numeric[cell.row][cell.column], error: error)
    }
  }

  /// Adds a promise that is not kept, the first time; `details` say where.
  mutating func add(broken promise: String, _ details: String = "") {
    if brokenPromises.contains(where: { $0.hasPrefix(promise) }) { return }
    brokenPromises.append(promise + details)
  }

  /// Whether every derivative was within the tolerance, which NaN is not, and every promise is kept.
  public var passed: Bool { failure == nil && brokenPromises.isEmpty && error <= tolerance }
}

extension GradientReport: CustomStringConvertible {
  /// One line: name, verdict, what is wrong in words, error and the worst derivative with both values.
  public var description: String {
    if let failure { return "\(name): FAIL: \(failure)" }
    let words = (brokenPromises + diagnosis).map { $0 + "; " }.joined()
    let worst = worst.map { ", worst \($0)" } ?? ""
    let verdict = passed ? "pass" : "FAIL"
    return "\(name): \(verdict): \(words)error \(error) (tolerance \(tolerance))\(worst)"
  }
}
