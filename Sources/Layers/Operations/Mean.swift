/// The mean of all elements: `b = Σ a / n` for n elements.
///
/// `a`: any shape; `b`: 1×1, NaN where there is no element. Gradient: `gA = gB / n` for every
/// element.
public struct Mean: UnaryModule {
  /// The mean of all elements.
  public init() {}

  /// `mean`.
  public var name: String { "mean" }

  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// `b = Σ a / n`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = sum(of: a.vectors()) / Double(a.shape.count)
  }

  /// `gA += gB / n`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    let share = gB[0, 0] / Double(a.shape.count)
    for n in 0..<a.rows { gA.add(share, toRow: n) }
  }
}
