/// A factor of a matrix product: a matrix as it stands or transposed, of the same memory.
package struct Factor: Sendable {
  package let matrix: Matrix
  package var isTransposed = false

  package init(matrix: Matrix, isTransposed: Bool = false) {
    (self.matrix, self.isTransposed) = (matrix, isTransposed)
  }

  /// The shape with which it enters the product.
  package var shape: Shape { isTransposed ? Shape(matrix.columns, matrix.rows) : matrix.shape }

  package var transposed: Factor { Factor(matrix: matrix, isTransposed: !isTransposed) }
}
