import Formats

/// Rows and columns of numbers, in plain Swift: what is right must not hang on the framework that is
/// graded.
///
/// Shapes need not fit, since some mistakes are wrong shapes: what has no value is ``nothing``, and an
/// element that is not there is no number.
package struct Grid: Equatable, Sendable {
  package let rows, columns: Int
  package private(set) var values: [Double]

  /// As many values as there are places, row by row.
  package init(_ rows: Int, _ columns: Int, _ values: [Double]) {
    precondition(values.count == rows * columns, "the values do not fill the grid")
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  /// A value for each place.
  package init(_ rows: Int, _ columns: Int, _ value: (_ i: Int, _ j: Int) -> Double) {
    var values: [Double] = []
    values.reserveCapacity(rows * columns)
    for i in 0..<rows { for j in 0..<columns { values.append(value(i, j)) } }
    self.init(rows, columns, values)
  }

  /// One row.
  package init(row: [Double]) { self.init(1, row.count, row) }

  /// The result of operands that do not fit.
  package static let nothing = Grid(0, 0, [])

  /// A tensor with two axes.
  package init(_ tensor: SafetensorsFile.Tensor) {
    self.init(tensor.shape[0], tensor.shape[1], tensor.values)
  }

  package func tensor(_ name: String) -> SafetensorsFile.Tensor {
    SafetensorsFile.Tensor(name, shape: [rows, columns], values: values)
  }

  package subscript(i: Int, j: Int) -> Double {
    get { i < rows && j < columns ? values[i * columns + j] : .nan }
    set { if i < rows && j < columns { values[i * columns + j] = newValue } }
  }
}

extension Grid {
  package func map(_ function: (Double) -> Double) -> Grid {
    Grid(rows, columns, values.map(function))
  }

  /// Element by element, with another of this shape.
  package func with(_ other: Grid, _ function: (Double, Double) -> Double) -> Grid {
    guard rows == other.rows, columns == other.columns else { return .nothing }
    return Grid(rows, columns, zip(values, other.values).map(function))
  }

  package static func * (a: Grid, b: Grid) -> Grid { a.with(b, *) }
  package static func * (scale: Double, a: Grid) -> Grid { a.map { scale * $0 } }

  package var sum: Double { values.reduce(0, +) }
}
