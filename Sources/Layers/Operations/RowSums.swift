/// The sum of each row: `b = Σₖ a[k]`.
///
/// `a`: N×K; `b`: N×1. Gradient: `gA[k] = gB` along the row.
public struct RowSums: UnaryModule {
  /// The sum of each row.
  public init() {}

  /// `rowSums`.
  public var name: String { "rowSums" }

  /// N×1 for `a: N×K`.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(a.rows, 1) }

  /// `b = Σₖ a[k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows { b[n, 0] = sum(of: a.vectors(ofRow: n)) }
  }

  /// `gA[k] += gB`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows { gA.add(gB[n, 0], toRow: n) }
  }
}
