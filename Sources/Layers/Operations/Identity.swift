/// The operand itself: `b = a`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB`.
public struct Identity: UnaryModule {
  /// The identity.
  public init() {}

  /// `id`.
  public var name: String { "id" }

  /// `b = a`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { $0 }
  }

  /// `gA += gB`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(1, gB)
  }
}
