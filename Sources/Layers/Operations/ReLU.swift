/// The rectifier, element by element: `b = max(a, 0)`; NaN stays.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB` where b > 0, otherwise 0, so relu′(0) = 0.
public struct ReLU: UnaryModule {
  /// The rectifier.
  public init() {}

  /// `relu`.
  public var name: String { "relu" }

  /// `b = max(a, 0)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { $0.limited(0, .infinity) }
  }

  /// `gA += gB` where `b > 0`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.addEach(gB, b) { gB, b in gB.replacing(with: 0, where: b .<= 0) }
  }
}
