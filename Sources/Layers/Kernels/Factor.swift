/// A factor of a matrix product: a matrix as it stands or transposed, of the same memory.
struct Factor: Sendable {
  let matrix: Matrix
  var isTransposed = false

  /// The shape with which it enters the product.
  var shape: Shape { isTransposed ? Shape(matrix.columns, matrix.rows) : matrix.shape }

  var transposed: Factor { Factor(matrix: matrix, isTransposed: !isTransposed) }
}
