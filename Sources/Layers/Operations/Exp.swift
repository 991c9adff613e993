/// The exponential function, element by element: `b = exp(a)`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB ⊙ b`, from the output alone.
public struct Exp: UnaryModule {
  /// The exponential function.
  public init() {}

  /// `exp`.
  public var name: String { "exp" }

  /// `b = exp(a)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { exp($0) }
  }

  /// `gA += gB ⊙ b`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.addEach(gB, b) { $0 * $1 }
  }
}
