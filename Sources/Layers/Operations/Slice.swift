/// Some of the columns: `b[n, k] = a[n, first + k]`.
///
/// `a`: N×K; `b`: N×B for B columns. Gradient: `gB` in these columns, 0 in the others.
public struct SliceColumns: UnaryModule {
  /// The columns that are kept.
  public let columns: Range<Int>

  /// The given columns, counted from 0.
  public init(_ columns: Range<Int>) { self.columns = columns }

  /// `slice`.
  public var name: String { "slice" }

  /// N×B for `a: N×K` and B columns.
  /// - Throws: `ShapeError` when `a` does not have these columns.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard columns.lowerBound >= 0 && columns.upperBound <= a.columns else {
      throw ShapeError(name, "a is \(a), so it does not have columns \(columns)")
    }
    return Shape(a.rows, columns.count)
  }

  /// `b[n, k] = a[n, first + k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      b.set(Run(count: b.columns, from: (n, columns.lowerBound), to: (n, 0)), of: a)
    }
  }

  /// `gA[n, first + k] += gB[n, k]`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows {
      gA.add(Run(count: b.columns, from: (n, 0), to: (n, columns.lowerBound)), of: gB)
    }
  }
}

/// Some of the rows: `b[n, k] = a[first + n, k]`.
///
/// `a`: N×K; `b`: B×K for B rows. Gradient: `gB` in these rows, 0 in the others.
public struct SliceRows: UnaryModule {
  /// The rows that are kept.
  public let rows: Range<Int>

  /// The given rows, counted from 0.
  public init(_ rows: Range<Int>) { self.rows = rows }

  /// `sliceRows`.
  public var name: String { "sliceRows" }

  /// B×K for `a: N×K` and B rows.
  /// - Throws: `ShapeError` when `a` does not have these rows.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard rows.lowerBound >= 0 && rows.upperBound <= a.rows else {
      throw ShapeError(name, "a is \(a), so it does not have rows \(rows)")
    }
    return Shape(rows.count, a.columns)
  }

  /// `b[n, k] = a[first + n, k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<b.rows { b.setRow(n, to: rows.lowerBound + n, of: a) }
  }

  /// `gA[first + n, k] += gB[n, k]`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<b.rows { gA.addRow(n, of: gB, to: rows.lowerBound + n) }
  }
}
