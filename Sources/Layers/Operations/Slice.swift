/// Some of the columns: `b[n, k] = a[n, first + k]`.
///
/// `a`: N×K; `b`: N×B for B columns. Gradient: `gB` in these columns, 0 in the others.
public struct SliceColumns: UnaryModule, Rearrangement {
  /// The columns that are kept.
  public let columns: Range<Int>

  /// The given columns, counted from 0.
  public init(_ columns: Range<Int>) { self.columns = columns }

  static let function = "slice"

  /// N×B for `a: N×K` and B columns.
  /// - Throws: `ShapeError` when `a` does not have these columns.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard columns.lowerBound >= 0 && columns.upperBound <= a.columns else {
      throw ShapeError(name, "a is \(a), so it does not have columns \(columns)")
    }
    return Shape(a.rows, columns.count)
  }

  @inline(__always)
  func forEachBlock(_ a: Shape, _ b: Shape, _ body: (Block) -> Void) {
    body(Block(b, from: (0, columns.lowerBound)))
  }
}

/// Some of the rows: `b[n, k] = a[first + n, k]`.
///
/// `a`: N×K; `b`: B×K for B rows. Gradient: `gB` in these rows, 0 in the others.
public struct SliceRows: UnaryModule, Rearrangement {
  /// The rows that are kept.
  public let rows: Range<Int>

  /// The given rows, counted from 0.
  public init(_ rows: Range<Int>) { self.rows = rows }

  /// B×K for `a: N×K` and B rows.
  /// - Throws: `ShapeError` when `a` does not have these rows.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard rows.lowerBound >= 0 && rows.upperBound <= a.rows else {
      throw ShapeError(name, "a is \(a), so it does not have rows \(rows)")
    }
    return Shape(rows.count, a.columns)
  }

  @inline(__always)
  func forEachBlock(_ a: Shape, _ b: Shape, _ body: (Block) -> Void) {
    body(Block(b, from: (rows.lowerBound, 0)))
  }
}
