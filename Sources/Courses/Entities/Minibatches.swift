import Layers

/// A set of titles cut into batches of one size, in a given order.
///
/// A short last batch is filled up with rows that do not count: their target is zero, so their loss
/// and its gradient are exactly 0. In return the others count N/n each, for n of them in N rows,
/// and the mean over N rows is the mean over the n titles. So one recording of the network serves
/// all batches, in the same memory.
struct Minibatches {
  /// N, the rows of a batch.
  let size: Int
  /// How many titles there are in all.
  let titles: Int
  /// The characters of the titles, and each title's one-hot target times what it counts; rows to
  /// fill up the last batch follow.
  let x, y: Matrix

  init(_ set: TitleSet, order: [Int], size: Int, classes: Int) {
    self.size = size
    titles = order.count
    let rows = (titles + size - 1) / size * size
    var x = Matrix(rows: rows, columns: set.characters.columns)
    var y = Matrix(rows: rows, columns: classes)
    let wholeBatches = titles / size * size
    for (row, i) in order.enumerated() {
      x.copyRow(i, of: set.characters, to: row)
      y[row, set.labels[i]] = row < wholeBatches ? 1 : Double(size) / Double(titles % size)
    }
    self.x = x
    self.y = y
  }

  /// The number of batches.
  var count: Int { x.rows / size }

  /// The rows of batch `k` that are titles.
  func rows(ofBatch k: Int) -> Range<Int> { k * size..<min((k + 1) * size, titles) }
}
