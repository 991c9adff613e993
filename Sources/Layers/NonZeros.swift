/// Where the numbers of a matrix are that are not zero, row by row ("compressed sparse rows").
///
/// A letter is mostly white: of its 128 pixels about 27 are ink. Looking for the ink once, before
/// the training, keeps the question "is it zero?", which no processor can predict, out of every
/// example's way.
final class NonZeros: @unchecked Sendable {
  // Sendable: nothing is written after init.
  private let starts: UnsafeMutablePointer<Int>
  private let columns: UnsafeMutablePointer<Int32>
  private let values: UnsafeMutablePointer<Double>
  /// Whether all of them are 1, so that nothing need be multiplied.
  let areOnes: Bool

  init(of matrix: Matrix) {
    var total = 0
    for n in 0..<matrix.rows { total += NonZeros.count(matrix.row(n)) }
    starts = .allocate(capacity: matrix.rows + 1)
    // Every number is written, and written over where it was zero: so at most one row too many.
    columns = .allocate(capacity: total + matrix.columns)
    values = .allocate(capacity: total + matrix.columns)
    var count = 0
    for n in 0..<matrix.rows {
      starts[n] = count
      let row = matrix.row(n)
      for j in row.indices {
        columns[count] = Int32(truncatingIfNeeded: j)
        values[count] = row[unchecked: j]
        count &+= row[unchecked: j].isNonZero
      }
    }
    starts[matrix.rows] = count
    areOnes = UnsafeBufferPointer(start: values, count: count).allSatisfy { $0 == 1 }
  }

  private static func count(_ row: Span<Double>) -> Int {
    var count = 0
    for j in row.indices { count &+= row[unchecked: j].isNonZero }
    return count
  }

  deinit {
    starts.deallocate()
    columns.deallocate()
    values.deallocate()
  }

  /// The columns of the numbers in row `n`, in order.
  @_lifetime(borrow self)
  @inline(__always)
  func columns(ofRow n: Int) -> Span<Int32> {
    let row = Span(_unsafeStart: columns + starts[n], count: starts[n + 1] - starts[n])
    return _overrideLifetime(row, borrowing: self)
  }

  /// The numbers in row `n`, in order.
  @_lifetime(borrow self)
  @inline(__always)
  func values(ofRow n: Int) -> Span<Double> {
    let row = Span(_unsafeStart: values + starts[n], count: starts[n + 1] - starts[n])
    return _overrideLifetime(row, borrowing: self)
  }
}

extension Double {
  /// 1 for all but ±0. By arithmetic: of a comparison the compiler makes a branch.
  fileprivate var isNonZero: Int {
    let magnitude = Int64(bitPattern: bitPattern << 1)
    return Int(UInt64(bitPattern: magnitude | (0 &- magnitude)) >> 63)
  }
}
