/// A matrix that modules borrow where it lies.
///
/// Not copyable: a copy of a `Matrix` counts references, which costs as much as a small layer.
/// Passing a slot lends its matrix without a copy.
public struct Slot: ~Copyable {
  /// The matrix.
  public var matrix: Matrix

  /// A place for a matrix.
  public init(_ matrix: Matrix) { self.matrix = matrix }

  @inline(__always)
  fileprivate borrowing func lend(to body: (Matrix) -> Void) { body(matrix) }
}

/// The operands of a module, lent to it where they lie, for the time of one call.
public struct Operands {
  @usableFromInline package let slots: UnsafePointer<UnsafePointer<Slot>>
  /// How many there are.
  public let count: Int

  /// The matrices in these slots, which stay where they are as long as this is used.
  @inlinable
  public init(_ slots: UnsafePointer<UnsafePointer<Slot>>, count: Int) {
    self.slots = slots
    self.count = count
  }

  /// The operand at `index`.
  public subscript(_ index: Int) -> Matrix {
    require(index >= 0 && index < count, "operand \(index) of \(count)")
    return slots[index].pointee.matrix
  }

  /// Lends the operand at `index`, without a copy.
  @inline(__always)
  package func lend(_ index: Int, to body: (Matrix) -> Void) { slots[index].pointee.lend(to: body) }

  /// Lends two operands.
  @inline(__always)
  package func lend(_ first: Int, _ second: Int, to body: (Matrix, Matrix) -> Void) {
    lend(first) { a in lend(second) { b in body(a, b) } }
  }

  /// Lends the elements of an array for one call.
  public static func lend<Result: ~Copyable, Failure: Error>(
    _ matrices: [Matrix], to body: (Operands) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: matrices.count)
    let places = UnsafeMutablePointer<UnsafePointer<Slot>>.allocate(capacity: matrices.count)
    for (k, matrix) in matrices.enumerated() {
      (slots + k).initialize(to: Slot(matrix))
      (places + k).initialize(to: UnsafePointer(slots + k))
    }
    defer {
      slots.deinitialize(count: matrices.count)
      slots.deallocate()
      places.deallocate()
    }
    return try body(Operands(UnsafePointer(places), count: matrices.count))
  }
}
