/// The square, element by element: `b = a²`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = 2 gB ⊙ a`.
public struct Square: UnaryModule {
  /// The square.
  public init() {}

  /// `square`.
  public var name: String { "square" }

  /// `b = a²`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { $0 * $0 }
  }

  /// `gA += 2 gB ⊙ a`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.addEach(a, gB) { a, gB in 2 * gB * a }
  }
}
