import Layers

/// A data set cut into batches of one size, in a given order.
///
/// A short last batch is filled up with rows that do not count: their target is zero, so their
/// cross-entropy and its gradient are exactly 0. In return the others count N/n each, for n of them
/// in N rows, and the mean over N rows is the mean over the n examples. So one recording of a
/// network serves all batches, in the same memory.
///
/// As a collection it holds each batch's inputs and targets.
public struct Minibatches: RandomAccessCollection, Sendable {
  /// N, the rows of a batch.
  public let size: Int
  /// The number of examples in all batches.
  public let examples: Int
  /// The inputs and the targets, each times what it counts; rows of zeros fill up the last batch.
  public let x, y: Matrix

  /// The examples of a set with the numbers `order`.
  public init(_ set: DataSet, order: [Int], size: Int) {
    x = set.x.rows(order, inBatchesOf: size)
    var y = set.y.rows(order, inBatchesOf: size)
    let remainder = order.count % size
    for row in order.count - remainder..<order.count {
      for j in 0..<y.columns { y[row, j] *= Double(size) / Double(remainder) }
    }
    (self.y, self.size, examples) = (y, size, order.count)
  }

  /// Batches are counted from 0.
  public var startIndex: Int { 0 }
  /// The number of batches.
  public var endIndex: Int { x.rows / size }

  /// The rows of batch `k`, which share their memory with all.
  public subscript(_ k: Int) -> (x: Matrix, y: Matrix) {
    let rows = k * size..<(k + 1) * size
    return (Matrix(rows: rows, of: x), Matrix(rows: rows, of: y))
  }

  /// The rows of batch `k` that are examples.
  public func rows(ofBatch k: Int) -> Range<Int> { k * size..<Swift.min((k + 1) * size, examples) }
}

extension Matrix {
  /// Some of the rows in a given order, and rows of zeros up to a whole number of batches.
  fileprivate func rows(_ order: [Int], inBatchesOf size: Int) -> Matrix {
    var result = Matrix(rows: (order.count + size - 1) / size * size, columns: columns)
    for (row, i) in order.enumerated() { result.copyRow(i, of: self, to: row) }
    return result
  }
}
