/// A block of elements of one matrix, and where it goes in another.
struct Block {
  let shape: Shape
  /// The row and column where it starts in the one.
  let from: (row: Int, column: Int)
  /// The row and column where it starts in the other.
  let to: (row: Int, column: Int)

  init(
    _ shape: Shape, from: (row: Int, column: Int) = (0, 0), to: (row: Int, column: Int) = (0, 0)
  ) {
    self.shape = shape
    self.from = from
    self.to = to
  }

  /// The same elements, the other way.
  var reversed: Block { Block(shape, from: to, to: from) }
}

extension Matrix {
  /// Copies a block of `source`.
  @inline(__always)
  mutating func copy(_ block: Block, of source: Matrix) {
    let (from, to) = (block.from.column, block.to.column)
    block.expectWithin(source.columns, columns)
    for n in 0..<block.shape.rows {
      let elements = source.row(block.from.row &+ n)
      var row = mutableRow(block.to.row &+ n)
      for k in 0..<block.shape.columns { row[unchecked: to &+ k] = elements[unchecked: from &+ k] }
    }
  }

  /// Adds a block of `source`.
  @inline(__always)
  mutating func add(_ block: Block, of source: Matrix) {
    let (from, to) = (block.from.column, block.to.column)
    block.expectWithin(source.columns, columns)
    for n in 0..<block.shape.rows {
      let elements = source.row(block.from.row &+ n)
      var row = mutableRow(block.to.row &+ n)
      for k in 0..<block.shape.columns { row[unchecked: to &+ k] += elements[unchecked: from &+ k] }
    }
  }
}

extension Block {
  /// Its columns exist; rows are checked one by one.
  @inline(__always)
  fileprivate func expectWithin(_ fromColumns: Int, _ toColumns: Int) {
    precondition(from.column >= 0 && to.column >= 0 && shape.columns >= 0)
    precondition(
      from.column + shape.columns <= fromColumns && to.column + shape.columns <= toColumns)
  }
}
