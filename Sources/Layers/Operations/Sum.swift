/// The sum of all elements: `b = Σ a`.
///
/// `a`: any shape; `b`: 1×1. Gradient: `gA = gB` for every element.
public struct Sum: UnaryModule {
  /// The sum of all elements.
  public init() {}

  /// `sum`.
  public var name: String { "sum" }

  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// `b = Σ a`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = sum(of: a.vectors())
  }

  /// `gA += gB` for every element; `gB` is 1×1.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows { gA.add(gB[0, 0], toRow: n) }
  }
}
