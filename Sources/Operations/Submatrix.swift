import Layers

/// Some of the rows and columns: `b[n, k] = a[first row + n, first column + k]`.
///
/// `a`: any shape; `b`: as many rows and columns as are kept. Gradient: `gB` in these, 0 in the
/// others.
public struct Submatrix: UnaryModule, Rearrangement {
  /// The rows that are kept; nil for all.
  public let rows: Range<Int>?
  /// The columns that are kept; nil for all.
  public let columns: Range<Int>?

  /// The given rows and columns, counted from 0.
  public init(rows: Range<Int>? = nil, columns: Range<Int>? = nil) {
    self.rows = rows
    self.columns = columns
  }

  /// `slice`, or `sliceRows` where rows are left out.
  public var name: String { rows == nil ? "slice" : "sliceRows" }

  /// The shape of what is kept.
  /// - Throws: `ShapeError` when `a` does not have these rows or columns.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    for (kept, count, kind) in [(rows, a.rows, "rows"), (columns, a.columns, "columns")] {
      guard let kept, kept.lowerBound < 0 || kept.upperBound > count else { continue }
      throw ShapeError(name, "a is \(a), so it does not have \(kind) \(kept)")
    }
    return Shape(rows?.count ?? a.rows, columns?.count ?? a.columns)
  }

  @inline(__always)
  func forEachBlock(_ a: Shape, _ b: Shape, _ body: (Block) -> Void) {
    body(Block(b, from: (rows?.lowerBound ?? 0, columns?.lowerBound ?? 0)))
  }
}
