/// A block of elements of one matrix, and where it goes in another.
package struct Block {
  package let shape: Shape
  /// The row and column where it starts in the one.
  package let from: (row: Int, column: Int)
  /// The row and column where it starts in the other.
  package let to: (row: Int, column: Int)

  package init(
    _ shape: Shape, from: (row: Int, column: Int) = (0, 0), to: (row: Int, column: Int) = (0, 0)
  ) {
    self.shape = shape
    self.from = from
    self.to = to
  }

  /// The same elements, the other way.
  package var reversed: Block { Block(shape, from: to, to: from) }
}

extension Matrix {
  /// Copies a block of `source`.
  @inline(__always)
  package mutating func copy(_ block: Block, of source: Matrix) {
    update(block, from: source) { $0 = $1 }
  }

  /// Adds a block of `source`.
  @inline(__always)
  package mutating func add(_ block: Block, of source: Matrix) {
    update(block, from: source) { $0 += $1 }
  }

  @inline(__always)
  private mutating func update(
    _ block: Block, from source: Matrix, _ change: (inout Double, Double) -> Void
  ) {
    let (from, to, count) = (block.from.column, block.to.column, block.shape.columns)
    require(
      from >= 0 && to >= 0 && count >= 0 && from + count <= source.columns && to + count <= columns,
      "\(count) columns from \(from) of \(source.shape) to \(to) of \(shape)")
    // Rows are checked one by one.
    for n in 0..<block.shape.rows {
      let elements = source.row(block.from.row &+ n)
      var row = mutableRow(block.to.row &+ n)
      for k in 0..<count { change(&row[unchecked: to &+ k], elements[unchecked: from &+ k]) }
    }
  }
}
