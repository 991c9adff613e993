import Formats

/// Rows and columns of numbers, in plain Swift: what is right must not hang on the framework that is
/// graded.
///
/// Shapes need not fit, since some mistakes are wrong shapes: what has no value is ``nothing``, and an
/// element that is not there is no number.
struct Grid: Equatable, Sendable {
  let rows, columns: Int
  private(set) var values: [Double]

  /// As many values as there are places, row by row.
  init(_ rows: Int, _ columns: Int, _ values: [Double]) {
    precondition(values.count == rows * columns, "the values do not fill the grid")
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  /// A value for each place.
  init(_ rows: Int, _ columns: Int, _ value: (_ i: Int, _ j: Int) -> Double) {
    var values: [Double] = []
    values.reserveCapacity(rows * columns)
    for i in 0..<rows { for j in 0..<columns { values.append(value(i, j)) } }
    self.init(rows, columns, values)
  }

  /// One row.
  init(row: [Double]) { self.init(1, row.count, row) }

  /// The result of operands that do not fit.
  static let nothing = Grid(0, 0, [])

  /// A tensor with two axes.
  init(_ tensor: SafetensorsFile.Tensor) {
    self.init(tensor.shape[0], tensor.shape[1], tensor.values)
  }

  func tensor(_ name: String) -> SafetensorsFile.Tensor {
    SafetensorsFile.Tensor(name, shape: [rows, columns], values: values)
  }

  subscript(i: Int, j: Int) -> Double {
    get { i < rows && j < columns ? values[i * columns + j] : .nan }
    set { if i < rows && j < columns { values[i * columns + j] = newValue } }
  }
}

extension Grid {
  func map(_ function: (Double) -> Double) -> Grid { Grid(rows, columns, values.map(function)) }

  /// Element by element, with another of this shape.
  func with(_ other: Grid, _ function: (Double, Double) -> Double) -> Grid {
    guard rows == other.rows, columns == other.columns else { return .nothing }
    return Grid(rows, columns, zip(values, other.values).map(function))
  }

  static func + (a: Grid, b: Grid) -> Grid { a.with(b, +) }
  static func - (a: Grid, b: Grid) -> Grid { a.with(b, -) }
  static func * (a: Grid, b: Grid) -> Grid { a.with(b, *) }
  static func * (scale: Double, a: Grid) -> Grid { a.map { scale * $0 } }
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

  var sum: Double { values.reduce(0, +) }
  var largest: Double { values.max() ?? 0 }
}
