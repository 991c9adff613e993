/// Rows of a matrix as spans: the way kernels read and write.
///
/// A mutable span is exclusive, so the compiler may vectorise the loop over it.
extension Matrix {
  /// The elements of row `i`.
  @inlinable
  @inline(__always)
  @_lifetime(borrow self)
  public func row(_ i: Int) -> Span<Double> {
    let start = UnsafeRawPointer(firstVector(ofRow: i)).assumingMemoryBound(to: Double.self)
    return _overrideLifetime(Span(_unsafeStart: start, count: columns), borrowing: self)
  }

  /// The elements of row `i`, to write.
  @inlinable
  @inline(__always)
  @_lifetime(&self)
  public mutating func mutableRow(_ i: Int) -> MutableSpan<Double> {
    makeUnique()
    let start = UnsafeMutableRawPointer(firstVector(ofRow: i))
      .assumingMemoryBound(to: Double.self)
    return _overrideLifetime(MutableSpan(_unsafeStart: start, count: columns), mutating: &self)
  }

  /// Row `i` with its padding, as vectors.
  @_lifetime(borrow self)
  package func vectors(ofRow i: Int) -> Span<Vector> {
    let start = UnsafePointer(firstVector(ofRow: i))
    return _overrideLifetime(Span(_unsafeStart: start, count: vectorsPerRow), borrowing: self)
  }

  /// Row `i` with its padding, as vectors to write; whoever writes keeps the padding zero.
  @_lifetime(&self)
  package mutating func mutableVectors(ofRow i: Int) -> MutableSpan<Vector> {
    makeUnique()
    let start = firstVector(ofRow: i)
    return _overrideLifetime(
      MutableSpan(_unsafeStart: start, count: vectorsPerRow), mutating: &self)
  }

  /// The rows from `row` on with their padding, `vectorsPerRow` vectors each.
  @_lifetime(borrow self)
  @inline(__always)
  package func vectors(fromRow row: Int = 0) -> Span<Vector> {
    let start = UnsafePointer(start + row &* vectorsPerRow)
    let count = (rows &- row) &* vectorsPerRow
    return _overrideLifetime(Span(_unsafeStart: start, count: count), borrowing: self)
  }

  /// The rows from `row` on as vectors to write; whoever writes keeps the padding zero.
  @_lifetime(&self)
  @inline(__always)
  package mutating func mutableVectors(fromRow row: Int = 0) -> MutableSpan<Vector> {
    makeUnique()
    let start = start + row &* vectorsPerRow
    let count = (rows &- row) &* vectorsPerRow
    return _overrideLifetime(MutableSpan(_unsafeStart: start, count: count), mutating: &self)
  }

  /// Adds `scale · values[i]` to the element of every row i in column `j`.
  package mutating func addToColumn(_ j: Int, _ scale: Double, _ values: Span<Double>) {
    require(values.count == rows && j < columns, "\(values.count) to column \(j) of \(shape)")
    makeUnique()
    let column = columnStart(j)
    for i in values.indices {
      column[i &* vectorsPerRow &* Vector.scalarCount] += scale * values[unchecked: i]
    }
  }

  /// The numbers of column `j` in eight rows from `row` on; zeros where there are no more.
  @inline(__always)
  package func column(_ j: Int, fromRow row: Int) -> Vector {
    require(row >= 0 && row < rows && j < columns, "column \(j) of \(shape) from row \(row)")
    let step = vectorsPerRow &* Vector.scalarCount
    let first = columnStart(j) + row &* step
    let count = rows &- row
    // The first again, in the places of those that are missing.
    func number(_ lane: Int) -> Double { first[lane < count ? lane &* step : 0] }
    return Vector(
      number(0), number(1), number(2), number(3), number(4), number(5), number(6), number(7)
    ).first(count)
  }

  private func columnStart(_ j: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(start)
      .assumingMemoryBound(to: Double.self) + j
  }

  @inlinable
  @inline(__always)
  package func firstVector(ofRow i: Int) -> UnsafeMutablePointer<Vector> {
    if i < 0 || i >= rows { stop(atRow: i, of: shape) }
    return start + i &* vectorsPerRow
  }
}

extension MutableSpan where Element == Vector {
  /// Sets the padding of rows of `columns` columns to zero again, after a kernel that wrote whole
  /// vectors.
  @inline(__always)
  package mutating func clearPadding(columns: Int) {
    let used = columns % Vector.scalarCount
    if used == 0 { return }
    let width = columns / Vector.scalarCount &+ 1
    var last = width &- 1
    while last < count {
      self[unchecked: last] = self[unchecked: last].first(used)
      last &+= width
    }
  }
}
