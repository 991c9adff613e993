/// Where the numbers of a matrix are that are not zero, row by row ("compressed sparse rows").
///
/// A letter is mostly white: of its 128 pixels about 27 are ink. Looking for the ink once, before
/// the training, keeps the question "is it zero?", which no processor can predict, out of every
/// example's way.
@usableFromInline
package final class NonZeros: @unchecked Sendable {
  // Sendable: nothing is written after init.
  fileprivate let starts: UnsafeMutablePointer<Int>
  fileprivate let columns: UnsafeMutablePointer<Int32>
  fileprivate let values: UnsafeMutablePointer<Double>
  fileprivate let areOnes: Bool

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
}

extension Matrix {
  /// Its numbers that are not zero, row by row; nil where nobody asked for them.
  package var sparseRows: SparseRows? {
    @_lifetime(borrow self)
    @inline(__always) get {
      guard let nonZeros else { return nil }
      return _overrideLifetime(SparseRows(nonZeros, firstRow: firstRow), borrowing: self)
    }
  }
}

/// The rows of a matrix whose ``NonZeros`` are known, to read them. They belong to the matrix: to ask for
/// them counts no reference, which takes as long as to add a dozen rows of weights.
package struct SparseRows: ~Escapable {
  private let starts: UnsafeMutablePointer<Int>
  private let columns: UnsafeMutablePointer<Int32>
  private let values: UnsafeMutablePointer<Double>
  /// Whether all numbers are 1, so that nothing need be multiplied.
  package let areOnes: Bool

  @_lifetime(borrow nonZeros)
  @inline(__always)
  fileprivate init(_ nonZeros: borrowing NonZeros, firstRow: Int) {
    starts = nonZeros.starts + firstRow
    (columns, values, areOnes) = (nonZeros.columns, nonZeros.values, nonZeros.areOnes)
  }

  /// How many numbers there are in row `n`.
  @inline(__always)
  package func count(ofRow n: Int) -> Int { starts[n + 1] - starts[n] }

  // teacher
  /// The numbers in row `n` with their columns, in order.
  @_lifetime(copy self)
  @inline(__always)
  package func coefficients(ofRow n: Int) -> SparseCoefficients {
    let columns = Span(_unsafeStart: columns + starts[n], count: count(ofRow: n))
    let values = Span(_unsafeStart: values + starts[n], count: count(ofRow: n))
    return _overrideLifetime(SparseCoefficients(columns: columns, values: values), copying: self)
  }

  /// The same where all of them are ones.
  @_lifetime(copy self)
  @inline(__always)
  package func units(ofRow n: Int) -> UnitCoefficients {
    let columns = Span(_unsafeStart: columns + starts[n], count: count(ofRow: n))
    return _overrideLifetime(UnitCoefficients(columns: columns), copying: self)
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
