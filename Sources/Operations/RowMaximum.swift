import Layers

/// The largest element of each row: `b = maxₖ a[k]`; NaN if there is one.
///
/// `a`: N×K with K ≥ 1; `b`: N×1. Gradient: `gB` goes to the largest element, the one of lowest
/// index on ties.
public struct RowMaximum: UnaryModule, Operation {
  /// Printed as `rowMax`.
  public init() {}

  static let function = "rowMax"

  /// N×1 for `a: N×K`.
  /// - Throws: `ShapeError` when `a` has no columns.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard a.columns > 0 else { throw ShapeError(name, "a is \(a), so its rows have no maximum") }
    return Shape(a.rows, 1)
  }

  /// `b = maxₖ a[k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows { b[n, 0] = a[n, Self.index(in: a.row(n))] }
  }

  /// `gA[k] += gB` for the lowest k with `a[k] = b`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows { gA[n, Self.index(in: a.row(n))] += gB[n, 0] }
  }

  /// The lowest index of the largest element, or of the first NaN.
  private static func index(in row: Span<Double>) -> Int {
    var best = 0
    for k in row.indices {
      if row[k].isNaN { return k }
      if row[k] > row[best] { best = k }
    }
    return best
  }
}
