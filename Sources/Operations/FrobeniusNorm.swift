import Layers

/// The Frobenius norm, for a vector its length: `b = √(Σ a²)`.
///
/// `a`: any shape; `b`: 1×1. Gradient: `gA = gB a / b`, and 0 where all of a is 0: there the norm
/// has a kink, and 0 is its subgradient of least length.
public struct FrobeniusNorm: UnaryModule, Operation {
  /// Printed as `frobeniusNorm`.
  public init() {}

  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// `b = √(Σ a²)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = dot(a.vectors(), a.vectors()).squareRoot()
  }

  /// `gA += gB a / b`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    if b[0, 0] != 0 { gA.add(a, times: gB[0, 0] / b[0, 0]) }
  }
}
