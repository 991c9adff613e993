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
    for n in 0..<matrix.rows { total += matrix.row(n).countOfNonZeros }
    starts = .allocate(capacity: matrix.rows + 1)
    columns = .allocate(capacity: total)
    values = .allocate(capacity: total)
    var count = 0
    for n in 0..<matrix.rows {
      starts[n] = count
      let row = matrix.row(n)
      for first in stride(from: 0, to: row.count, by: UInt64.bitWidth) {
        var bits = row.nonZeros(from: first)
        while bits != 0 {
          let j = first &+ bits.trailingZeroBitCount
          columns[count] = Int32(truncatingIfNeeded: j)
          values[count] = row[unchecked: j]
          count &+= 1
          bits &= bits &- 1
        }
      }
    }
    starts[matrix.rows] = count
    areOnes = UnsafeBufferPointer(start: values, count: count).allSatisfy { $0 == 1 }
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

extension Span<Double> {
  fileprivate var countOfNonZeros: Int {
    var count: UInt64 = 0
    for j in indices { count &+= self[unchecked: j].isNonZero }
    return Int(count)
  }

  /// A bit for each of up to 64 numbers from `first` on, the lowest first: whether it is not zero.
  fileprivate func nonZeros(from first: Int) -> UInt64 {
    var bits: UInt64 = 0
    for k in 0..<Swift.min(UInt64.bitWidth, count &- first) {
      bits |= self[unchecked: first &+ k].isNonZero &<< UInt64(truncatingIfNeeded: k)
    }
    return bits
  }
}

extension Double {
  /// 1 for all but ±0. By arithmetic: of a comparison the compiler makes a branch.
  fileprivate var isNonZero: UInt64 {
    let magnitude = Int64(bitPattern: bitPattern << 1)
    return UInt64(bitPattern: magnitude | (0 &- magnitude)) >> 63
  }
}
