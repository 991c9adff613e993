/// The hyperbolic tangent, element by element: `b = tanh(a)`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB ⊙ (1 − b²)`, from the output alone.
public struct Tanh: UnaryModule {
  /// The hyperbolic tangent.
  public init() {}

  /// `tanh`.
  public var name: String { "tanh" }

  /// `b = tanh(a)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b.setEach(a) { tanh($0) }
  }

  /// `gA += gB ⊙ (1 − b²)`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.addEach(gB, b, Self.gradient)
  }

  /// A function with a name, since the compiler does not inline a closure as long as this.
  @inline(__always)
  private static func gradient(_ gB: Vector, _ b: Vector) -> Vector { gB * (1 - b * b) }
}
