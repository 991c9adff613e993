/// Rows of a matrix as spans: the way kernels read and write.
///
/// A mutable span is exclusive, so the compiler may vectorise the loop over it.
extension Matrix {
  /// The elements of row `i`.
  @_lifetime(borrow self)
  public func row(_ i: Int) -> Span<Double> {
    let start = UnsafeRawPointer(firstVector(ofRow: i)).assumingMemoryBound(to: Double.self)
    return _overrideLifetime(Span(_unsafeStart: start, count: columns), borrowing: self)
  }

  /// The elements of row `i`, to write.
  @_lifetime(&self)
  public mutating func mutableRow(_ i: Int) -> MutableSpan<Double> {
    makeUnique()
    let start = UnsafeMutableRawPointer(firstVector(ofRow: i))
      .assumingMemoryBound(to: Double.self)
    return _overrideLifetime(MutableSpan(_unsafeStart: start, count: columns), mutating: &self)
  }

  /// Row `i` with its padding, as vectors.
  @_lifetime(borrow self)
  func vectors(ofRow i: Int) -> Span<Vector> {
    let start = UnsafePointer(firstVector(ofRow: i))
    return _overrideLifetime(Span(_unsafeStart: start, count: vectorsPerRow), borrowing: self)
  }

  /// Row `i` with its padding, as vectors to write; whoever writes keeps the padding zero.
  @_lifetime(&self)
  mutating func mutableVectors(ofRow i: Int) -> MutableSpan<Vector> {
    makeUnique()
    let start = firstVector(ofRow: i)
    return _overrideLifetime(
      MutableSpan(_unsafeStart: start, count: vectorsPerRow), mutating: &self)
  }

  /// All rows with their padding, `vectorsPerRow` vectors each.
  @_lifetime(borrow self)
  func vectors() -> Span<Vector> {
    let start = UnsafePointer(storage.vectors)
    return _overrideLifetime(Span(_unsafeStart: start, count: storage.count), borrowing: self)
  }

  /// All rows as vectors to write; whoever writes keeps the padding zero.
  @_lifetime(&self)
  mutating func mutableVectors() -> MutableSpan<Vector> {
    makeUnique()
    let start = storage.vectors
    let count = rows * vectorsPerRow
    return _overrideLifetime(MutableSpan(_unsafeStart: start, count: count), mutating: &self)
  }

  /// Sets the padding of row `i` to zero again, after a kernel that wrote whole vectors.
  mutating func clearPadding(ofRow i: Int) {
    makeUnique()
    let numbers = UnsafeMutableRawPointer(firstVector(ofRow: i))
      .assumingMemoryBound(to: Double.self)
    for j in columns..<vectorsPerRow * Vector.scalarCount { numbers[j] = 0 }
  }

  private func firstVector(ofRow i: Int) -> UnsafeMutablePointer<Vector> {
    precondition(i >= 0 && i < rows, "row \(i) of \(shape)")
    return storage.vectors + i * vectorsPerRow
  }
}
