import Cases

/// What the textbook computes with.
extension Grid {
  static func + (a: Grid, b: Grid) -> Grid { a.with(b, +) }
  static func - (a: Grid, b: Grid) -> Grid { a.with(b, -) }
  static prefix func - (a: Grid) -> Grid { a.map { -$0 } }

  var transposed: Grid { Grid(columns, rows) { self[$1, $0] } }

  /// The matrix product.
  func times(_ other: Grid) -> Grid {
    guard columns == other.rows else { return .nothing }
    return Grid(rows, other.columns) { i, j in
      var sum = 0.0
      for k in 0..<columns { sum += self[i, k] * other[k, j] }
      return sum
    }
  }

  /// A row by itself.
  func row(_ i: Int) -> Grid {
    i < rows ? Grid(row: Array(values[i * columns..<(i + 1) * columns])) : .nothing
  }

  /// With a column of ones before the first.
  var withOnes: Grid { Grid(rows, columns + 1) { $1 == 0 ? 1 : self[$0, $1 - 1] } }

  /// Without the first column, where the bias is.
  var weights: Grid { Grid(rows, max(0, columns - 1)) { self[$0, $1 + 1] } }

  /// Without the last column.
  var withoutLast: Grid { Grid(rows, max(0, columns - 1)) { self[$0, $1] } }

  /// With other values in a column.
  func replacingColumn(_ column: Int, _ value: (_ i: Int) -> Double) -> Grid {
    Grid(rows, columns) { $1 == column ? value($0) : self[$0, $1] }
  }

  /// The sum of each row, as a column.
  var rowSums: Grid {
    Grid(rows, 1) { i, _ in (0..<columns).reduce(0) { $0 + self[i, $1] } }
  }

  var largest: Double { values.max() ?? 0 }
}
