import Layers

/// The sum of all squares, ‖a‖²: `b = Σ a²`.
///
/// `a`: any shape; `b`: 1×1. Gradient: `gA = 2 gB a`.
public struct SquaredNorm: UnaryModule, Operation {
  /// Printed as `squaredNorm`.
  public init() {}

  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// `b = Σ a²`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = dot(a.vectors(), a.vectors())
  }

  /// `gA += 2 gB a`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(a, times: 2 * gB[0, 0])
  }
}
