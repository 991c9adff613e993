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
    let (found, areOnes) = matrix.countNonZeros()
    self.areOnes = areOnes
    starts = .allocate(capacity: matrix.rows + 1)
    // One more than there are, for what is written behind the last.
    columns = .allocate(capacity: found + 1)
    values = .allocate(capacity: found + 1)
    var count = 0
    for n in 0..<matrix.rows {
      starts[n] = count
      let row = matrix.row(n)
      for j in row.indices {
        columns[count] = Int32(truncatingIfNeeded: j)
        values[count] = row[unchecked: j]
        count &+= Int(truncatingIfNeeded: row[unchecked: j].isNonZero)
      }
    }
    starts[matrix.rows] = count
  }

  deinit {
    starts.deallocate()
    columns.deallocate()
    values.deallocate()
  }

  /// The number of them in row `n`.
  func count(ofRow n: Int) -> Int { starts[n + 1] - starts[n] }

  /// The numbers in row `n` with their columns, in order.
  @_lifetime(borrow self)
  @inline(__always)
  func coefficients(ofRow n: Int) -> SparseCoefficients {
    let columns = Span(_unsafeStart: columns + starts[n], count: count(ofRow: n))
    let values = Span(_unsafeStart: values + starts[n], count: count(ofRow: n))
    return _overrideLifetime(SparseCoefficients(columns: columns, values: values), borrowing: self)
  }

  /// The same where all of them are ones.
  @_lifetime(borrow self)
  @inline(__always)
  func units(ofRow n: Int) -> UnitCoefficients {
    let columns = Span(_unsafeStart: columns + starts[n], count: count(ofRow: n))
    return _overrideLifetime(UnitCoefficients(columns: columns), borrowing: self)
  }
}

extension Matrix {
  /// How many numbers are not zero, and whether all of these are 1.
  fileprivate func countNonZeros() -> (count: Int, areOnes: Bool) {
    var count: UInt64 = 0
    var others: UInt64 = 0
    for n in 0..<rows {
      let row = row(n)
      for j in row.indices {
        let isNonZero = row[unchecked: j].isNonZero
        count &+= isNonZero
        others |= (0 &- isNonZero) & (row[unchecked: j].bitPattern ^ (1.0).bitPattern)
      }
    }
    return (Int(count), others == 0)
  }
}

extension Double {
  /// 1 for all but ±0. By arithmetic: of a comparison the compiler makes a branch.
  fileprivate var isNonZero: UInt64 {
    let magnitude = Int64(bitPattern: bitPattern << 1)
    return UInt64(bitPattern: magnitude | (0 &- magnitude)) >> 63
  }
}
