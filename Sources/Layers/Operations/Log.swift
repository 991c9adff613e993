/// The natural logarithm, element by element: `b = log(a)`.
///
/// `a`, `b`: any shape, the same; −∞ for 0, NaN below. Gradient: `gA = gB / a`.
public struct Log: UnaryModule {
  /// The natural logarithm.
  public init() {}

  /// `log`.
  public var name: String { "log" }

  /// `b = log(a)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { log($0) }
  }

  /// `gA += gB / a`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.addEach(gB, a) { $0 / $1 }
  }
}
