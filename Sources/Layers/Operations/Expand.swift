/// A column, repeated: `b[n, k] = a[n]` for every k.
///
/// `a`: N×1; `b`: N×K for a given K. Gradient: `gA[n] = Σₖ gB[n, k]`.
public struct ExpandColumns: UnaryModule, Operation {
  /// K.
  public let columns: Int

  /// Repeats a column to make `columns` of it.
  public init(to columns: Int) { self.columns = columns }

  static let function = "expand"

  /// N×K for `a: N×1`.
  /// - Throws: `ShapeError` when `a` is not a column, or K is negative.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard a.columns == 1 && columns >= 0 else {
      throw ShapeError(name, "a is \(a), so it cannot be repeated to \(a.rows)×\(columns)")
    }
    return Shape(a.rows, columns)
  }

  /// `b[n, k] = a[n]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<b.rows {
      let number = a[n, 0]
      var row = b.mutableRow(n)
      for k in row.indices { row[k] = number }
    }
  }

  /// `gA[n] += Σₖ gB[n, k]`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<b.rows { gA[n, 0] += sum(of: gB.vectors(ofRow: n)) }
  }
}

/// A row, repeated: `b[n, k] = a[k]` for every n.
///
/// `a`: 1×K; `b`: N×K for a given N. Gradient: `gA[k] = Σₙ gB[n, k]`.
public struct ExpandRows: UnaryModule, Operation {
  /// N.
  public let rows: Int

  /// Repeats a row to make `rows` of it.
  public init(to rows: Int) { self.rows = rows }

  /// N×K for `a: 1×K`.
  /// - Throws: `ShapeError` when `a` is not a row, or N is negative.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard a.rows == 1 && rows >= 0 else {
      throw ShapeError(name, "a is \(a), so it cannot be repeated to \(rows)×\(a.columns)")
    }
    return Shape(rows, a.columns)
  }

  /// `b[n, k] = a[k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<rows { b.copyRow(0, of: a, to: n) }
  }

  /// `gA[k] += Σₙ gB[n, k]`, as for a row that is added to every row.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    AddRow().accumulate(1, b, gB, adding: &gA)
  }
}
