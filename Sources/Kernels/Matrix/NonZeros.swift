/// Where the numbers of a matrix are that are not zero, row by row ("compressed sparse rows").
///
/// A letter is mostly white: of its 128 pixels about 27 are ink. Looking for the ink once, before
/// the training, keeps the question "is it zero?", which no processor can predict, out of every
/// example's way.
@usableFromInline
package final class NonZeros: @unchecked Sendable {
  // Sendable: nothing is written after init.
  private let starts: UnsafeMutablePointer<Int>
  private let columns: UnsafeMutablePointer<Int32>
  private let values: UnsafeMutablePointer<Double>
  /// Whether all of them are 1, so that nothing need be multiplied.
  package let areOnes: Bool

  package init(of matrix: Matrix) {
    let found = FoundNonZeros(in: matrix)
    starts = .allocate(capacity: matrix.rows + 1)
    columns = .allocate(capacity: found.count)
    values = .allocate(capacity: found.count)
    areOnes = found.areOnes
    // Ones need not be read again.
    if areOnes { values.initialize(repeating: 1, count: found.count) }
    var count = 0
    for n in 0..<matrix.rows {
      starts[n] = count
      found.forEachColumn(ofRow: n) { j in
        columns[count] = Int32(truncatingIfNeeded: j)
        count &+= 1
      }
      if areOnes { continue }
      let row = matrix.row(n)
      for k in starts[n]..<count { values[k] = row[unchecked: Int(columns[k])] }
    }
    starts[matrix.rows] = count
  }

  deinit {
    starts.deallocate()
    columns.deallocate()
    values.deallocate()
  }

  /// The number of them in row `n`.
  package func count(ofRow n: Int) -> Int { starts[n + 1] - starts[n] }

  // teacher
  /// The numbers in row `n` with their columns, in order.
  @_lifetime(borrow self)
  @inline(__always)
  package func coefficients(ofRow n: Int) -> SparseCoefficients {
    let columns = Span(_unsafeStart: columns + starts[n], count: count(ofRow: n))
    let values = Span(_unsafeStart: values + starts[n], count: count(ofRow: n))
    return _overrideLifetime(SparseCoefficients(columns: columns, values: values), borrowing: self)
  }

  /// The same where all of them are ones.
  @_lifetime(borrow self)
  @inline(__always)
  package func units(ofRow n: Int) -> UnitCoefficients {
    let columns = Span(_unsafeStart: columns + starts[n], count: count(ofRow: n))
    return _overrideLifetime(UnitCoefficients(columns: columns), borrowing: self)
  }
  // end
}

/// A bit for every number of a matrix: whether it is not zero.
private struct FoundNonZeros {
  private let wordsPerRow: Int
  private var words: [UInt64] = []
  /// How many bits are set.
  private(set) var count = 0
  /// Whether all numbers are 0 or 1.
  private(set) var areOnes = true

  package init(in matrix: Matrix) {
    wordsPerRow = (matrix.columns + 63) / 64
    words.reserveCapacity(matrix.rows * wordsPerRow)
    for n in 0..<matrix.rows {
      let row = matrix.row(n)
      for first in stride(from: 0, to: row.count, by: 64) {
        append(row.extracting(first..<min(first + 64, row.count)))
      }
    }
  }

  /// Without a branch, so that it is vectorised.
  private mutating func append(_ numbers: Span<Double>) {
    var word: UInt64 = 0
    var others: UInt64 = 0
    for k in numbers.indices {
      let number = numbers[unchecked: k]
      let isNonZero = number.isNonZero
      word |= isNonZero &<< UInt64(truncatingIfNeeded: k)
      others |= (0 &- isNonZero) & (number.bitPattern ^ (1.0).bitPattern)
    }
    words.append(word)
    count += word.nonzeroBitCount
    if others != 0 { areOnes = false }
  }

  @inline(__always)
  func forEachColumn(ofRow n: Int, _ body: (Int) -> Void) {
    for k in 0..<wordsPerRow {
      var word = words[n &* wordsPerRow &+ k]
      while word != 0 {
        body(k &* 64 &+ word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}

extension Double {
  /// 1 for all but ±0. By arithmetic: of a comparison the compiler makes a branch.
  fileprivate var isNonZero: UInt64 {
    let magnitude = Int64(bitPattern: bitPattern << 1)
    return UInt64(bitPattern: magnitude | (0 &- magnitude)) >> 63
  }
}
