import Layers

/// A row or a column, repeated: `b[n, k] = a[k]` or `b[n, k] = a[n]`; an element, if both.
///
/// `a`: 1×K for a given number N of rows, N×1 for a given number K of columns; `b`: N×K. Gradient:
/// `gA` is the sum of `gB` over the rows or columns that repeat each other.
public struct Expand: UnaryModule, Operation {
  /// N, if it is a row that is repeated.
  public let rows: Int?
  /// K, if it is a column that is repeated.
  public let columns: Int?

  /// Repeats a row to make `rows` of it, and a column to make `columns` of it.
  public init(rows: Int? = nil, columns: Int? = nil) {
    self.rows = rows
    self.columns = columns
  }

  /// `expand`, or `expandRows` where a row is repeated.
  public var name: String { rows == nil ? "expand" : "expandRows" }

  /// N×K.
  /// - Throws: `ShapeError` when `a` is not such a row or column, or a number is negative.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    let b = Shape(rows ?? a.rows, columns ?? a.columns)
    guard
      b.rows >= 0 && b.columns >= 0 && (rows == nil || a.rows == 1)
        && (columns == nil || a.columns == 1)
    else { throw ShapeError(name, "a is \(a), so it cannot be repeated to \(b)") }
    return b
  }

  /// `b[n, k] = a[k]`, or `a[n]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<b.rows {
      let repeated = rows == nil ? n : 0
      if columns == nil {
        b.copyRow(repeated, of: a, to: n)
      } else {
        var row = b.mutableRow(n)
        for k in row.indices { row[k] = a[repeated, 0] }
      }
    }
  }

  /// `gA[k] += Σₙ gB[n, k]`, or `gA[n] += Σₖ gB[n, k]`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<b.rows {
      let repeated = rows == nil ? n : 0
      if columns == nil {
        var sums = gA.mutableVectors(ofRow: repeated)
        addScaled(1, gB.vectors(ofRow: n), to: &sums)
      } else {
        gA[repeated, 0] += sum(of: gB.vectors(ofRow: n))
      }
    }
  }
}
