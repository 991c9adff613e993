extension Matrix {
  /// Adds `scale · a b` to the rows from `row` on.
  ///
  /// Every sum begins with what is there and runs in the order of the inner dimension; its terms
  /// are `a[i, k] · (scale · b[k, j])`. So the bits are those of three plain loops, on any machine.
  package mutating func addProduct(
    _ a: Factor, _ b: Factor, scale: Double = 1, fromRow row: Int = 0,
    threads: Int = processorCount
  ) {
    require(
      a.shape.columns == b.shape.rows && b.shape.columns == columns
        && row >= 0 && row + a.shape.rows <= rows,
      "\(a.shape) times \(b.shape) to \(shape) from row \(row)")
    if a.shape.count == 0 || columns == 0 { return }
    if a.shape.rows < 4 && !a.isTransposed && !b.isTransposed && scale == 1 {
      addRows(a.matrix, b.matrix, fromRow: row)
    } else {
      addPacked(a, b, scale, fromRow: row, threads)
    }
    let columns = columns
    var vectors = mutableVectors(fromRow: row)
    vectors.clearPadding(columns: columns)
  }

  /// Row by row: to pack the right factor takes as long as to multiply it by a row.
  private mutating func addRows(_ a: Matrix, _ b: Matrix, fromRow row: Int) {
    for n in 0..<a.rows {
      var sums = mutableVectors(ofRow: row + n)
      if let nonZeros = a.sparseRows {
        let row = nonZeros.coefficients(ofRow: n)
        sumRows(row, of: b.vectors(), width: b.vectorsPerRow, to: &sums)
      } else {
        let row = DenseCoefficients(values: a.row(n))
        sumRows(row, of: b.vectors(), width: b.vectorsPerRow, to: &sums)
      }
    }
  }

  private mutating func addPacked(
    _ a: Factor, _ b: Factor, _ scale: Double, fromRow row: Int, _ threads: Int
  ) {
    let density = a.density
    if density == 0 { return }
    makeUnique()
    let sums = Sums(vectors: start + row * vectorsPerRow, vectorsPerRow: vectorsPerRow)
    let parts = min(threads, a.shape.count * columns / 500_000)
    if density < 0.4 {
      let rows = SparseFactor(a, innerBlock: SparseProduct.innerBlock)
      SparseProduct(a: rows, b: b, scale: scale, sums: sums)
        .add(rows: a.shape.rows, vectors: vectorsPerRow, parts: parts)
    } else {
      DenseProduct(a: a, b: b, scale: scale, sums: sums)
        .add(rows: a.shape.rows, vectors: vectorsPerRow, parts: parts)
    }
  }
}
