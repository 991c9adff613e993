/// A multiple with a fixed factor s: `b = s a`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = s gB`.
public struct Scale: UnaryModule {
  /// s.
  public let factor: Double

  /// Multiplies by `factor`.
  public init(by factor: Double) { self.factor = factor }

  /// `scale`.
  public var name: String { "scale" }

  /// `b = s a`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    let factor = factor
    b.setEach(a) { factor * $0 }
  }

  /// `gA += s gB`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(factor, gB)
  }
}

/// Half of each element: `b = a / 2`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB / 2`.
public struct Half: UnaryModule {
  /// Half of the operand.
  public init() {}

  /// `half`.
  public var name: String { "half" }

  /// `b = a / 2`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { 0.5 * $0 }
  }

  /// `gA += gB / 2`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(0.5, gB)
  }
}
