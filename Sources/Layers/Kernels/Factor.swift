/// A factor of a matrix product: rows of a matrix, as they stand or transposed.
struct Factor: Sendable {
  let matrix: Matrix
  /// The first of its rows.
  let first: Int
  /// The shape with which it enters the product.
  let shape: Shape
  let isTransposed: Bool

  /// The given rows of `matrix`, by default all.
  init(_ matrix: Matrix, rows: Range<Int>? = nil, transposed: Bool = false) {
    let range = rows ?? 0..<matrix.rows
    precondition(range.lowerBound >= 0 && range.upperBound <= matrix.rows)
    let (count, columns) = (range.count, matrix.columns)
    self.init(
      matrix: matrix, first: range.lowerBound,
      shape: transposed ? Shape(columns, count) : Shape(count, columns), isTransposed: transposed)
  }

  private init(matrix: Matrix, first: Int, shape: Shape, isTransposed: Bool) {
    self.matrix = matrix
    self.first = first
    self.shape = shape
    self.isTransposed = isTransposed
  }

  /// The transpose, of the same memory.
  var transposed: Factor {
    Factor(
      matrix: matrix, first: first, shape: Shape(shape.columns, shape.rows),
      isTransposed: !isTransposed)
  }

  /// The matrix's rows from the first one that belongs to the factor.
  @_lifetime(borrow self)
  func vectors() -> Span<Vector> { matrix.vectors(fromRow: first) }

  /// The matrix's row that is row `i` of the factor or, transposed, column `i`.
  @_lifetime(borrow self)
  func row(_ i: Int) -> Span<Double> { matrix.row(first &+ i) }

  /// The places in the storage of the matrix's rows that belong to the factor.
  var matrixRows: Range<Int> {
    let start = matrix.firstRow + first
    return start..<start + (isTransposed ? shape.columns : shape.rows)
  }
}
