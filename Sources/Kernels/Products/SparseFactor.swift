/// The numbers of a left factor that are not zero: for each block of the inner dimension, row by
/// row, in order.
package struct SparseFactor: Sendable {
  private let innerBlock, rows: Int
  private var starts: [Int]
  private var positions: [Int32]
  private var values: [Double]

  /// Sorts the numbers of a factor whose matrix knows where they are.
  package init(_ factor: Factor, innerBlock: Int) {
    self.innerBlock = innerBlock
    rows = factor.shape.rows
    let blocks = (factor.shape.columns + innerBlock - 1) / innerBlock
    // Counted one place further on: the ends of all but the last become starts.
    var ends = [Int](repeating: 0, count: blocks * rows + 1)
    factor.forEachNonZero { i, k, _ in ends[k / innerBlock * factor.shape.rows + i + 1] += 1 }
    for list in ends.indices.dropFirst() { ends[list] += ends[list - 1] }
    starts = ends
    let count = ends[blocks * rows]
    positions = [Int32](repeating: 0, count: count)
    values = [Double](repeating: 0, count: count)
    factor.forEachNonZero { i, k, value in
      let list = k / innerBlock * factor.shape.rows + i
      positions[ends[list]] = Int32(truncatingIfNeeded: k % innerBlock)
      values[ends[list]] = value
      ends[list] += 1
    }
  }

  /// The numbers in row `i` with their positions in a block of the inner dimension.
  @_lifetime(borrow self)
  @inline(__always)
  package func coefficients(_ i: Int, inBlockOf inner: Range<Int>) -> SparseCoefficients {
    let list = inner.lowerBound / innerBlock &* rows &+ i
    let range = starts[list]..<starts[list &+ 1]
    let row = SparseCoefficients(
      columns: positions.span.extracting(range), values: values.span.extracting(range))
    return _overrideLifetime(row, borrowing: self)
  }
}

extension Factor {
  /// The share of numbers that are not zero, or 1 when the matrix does not know where they are.
  package var density: Double {
    guard let nonZeros = matrix.sparseRows, shape.count > 0 else { return 1 }
    var count = 0
    for n in 0..<matrix.rows { count += nonZeros.count(ofRow: n) }
    return Double(count) / Double(shape.count)
  }

  /// Row, column and number, for all that are not zero, in the order of the matrix.
  @inline(__always)
  fileprivate func forEachNonZero(_ body: (Int, Int, Double) -> Void) {
    guard let nonZeros = matrix.sparseRows else { return }
    for n in 0..<matrix.rows {
      let numbers = nonZeros.coefficients(ofRow: n)
      for k in 0..<numbers.count {
        let column = numbers.row(k)
        body(isTransposed ? column : n, isTransposed ? n : column, numbers.values[unchecked: k])
      }
    }
  }
}
