/// Elements that are neighbours in a row of one matrix, and in a row of another.
struct Run {
  let count: Int
  /// The row and column where it starts in the one.
  let from: (row: Int, column: Int)
  /// The row and column where it starts in the other.
  let to: (row: Int, column: Int)

  /// The same elements, the other way.
  var reversed: Run { Run(count: count, from: to, to: from) }
}

extension Matrix {
  /// Copies a run of elements from `source`.
  @inline(__always)
  mutating func set(_ run: Run, of source: Matrix) {
    let elements = source.row(run.from.row)
    var row = mutableRow(run.to.row)
    run.expectWithin(elements.count, row.count)
    for k in 0..<run.count {
      row[unchecked: run.to.column &+ k] = elements[unchecked: run.from.column &+ k]
    }
  }

  /// Adds a run of elements of `source`.
  @inline(__always)
  mutating func add(_ run: Run, of source: Matrix) {
    let elements = source.row(run.from.row)
    var row = mutableRow(run.to.row)
    run.expectWithin(elements.count, row.count)
    for k in 0..<run.count {
      row[unchecked: run.to.column &+ k] += elements[unchecked: run.from.column &+ k]
    }
  }
}

extension Run {
  @inline(__always)
  fileprivate func expectWithin(_ fromColumns: Int, _ toColumns: Int) {
    precondition(from.column >= 0 && to.column >= 0 && count >= 0)
    precondition(from.column + count <= fromColumns && to.column + count <= toColumns)
  }
}
