import Layers

/// Vectors anywhere in a row: a gate's columns do not begin or end where the row's vectors do.

/// Calls `body` with the start of each vector in a range of columns, and how many numbers it holds.
@inline(__always)
func forEachVector(_ columns: Range<Int>, _ body: (_ column: Int, _ count: Int) -> Void) {
  var column = columns.lowerBound
  while column &+ Vector.scalarCount <= columns.upperBound {
    body(column, Vector.scalarCount)
    column &+= Vector.scalarCount
  }
  if column < columns.upperBound { body(column, columns.upperBound &- column) }
}

extension Span where Element == Double {
  /// The numbers from `column` on, and zeros after `count` of them.
  @inline(__always)
  func vector(_ column: Int, _ count: Int) -> Vector {
    require(
      column >= 0 && column &+ count <= self.count,
      "columns that the row does not have")
    if count == Vector.scalarCount {
      return bytes.unsafeLoadUnaligned(fromByteOffset: 8 &* column, as: Vector.self)
    }
    var vector = Vector.zero
    for lane in 0..<count { vector[lane] = self[unchecked: column &+ lane] }
    return vector
  }
}

extension MutableSpan where Element == Double {
  /// Writes the first `count` numbers of a vector from `column` on.
  @inline(__always)
  mutating func set(_ vector: Vector, _ column: Int, _ count: Int) {
    require(
      column >= 0 && column &+ count <= self.count,
      "columns that the row does not have")
    if count == Vector.scalarCount {
      var bytes = mutableBytes
      bytes.storeBytes(of: vector, toByteOffset: 8 &* column, as: Vector.self)
    } else {
      for lane in 0..<count { self[unchecked: column &+ lane] = vector[lane] }
    }
  }

  /// Adds the first `count` numbers of a vector from `column` on.
  @inline(__always)
  mutating func add(_ vector: Vector, _ column: Int, _ count: Int) {
    set(span.vector(column, count) + vector, column, count)
  }
}
