/// Eight numbers that one kernel step handles at once.
///
/// The compiler splits it into whatever vectors the machine has, so the summation order, and with
/// it every bit of a result, does not depend on the machine.
public typealias Vector = SIMD8<Double>

extension Vector {
  /// 0, 1, … 7.
  package static var laneNumbers: Self { Self(0, 1, 2, 3, 4, 5, 6, 7) }

  /// Its first `count` numbers; zeros behind them.
  @inline(__always)
  package func first(_ count: Int) -> Self {
    // As integers: this compiler selects doubles lane by lane.
    let isFirst = unsafeBitCast(Self.laneNumbers .< Double(count), to: SIMD8<UInt64>.self)
    return unsafeBitCast(
      unsafeBitCast(self, to: SIMD8<UInt64>.self) & isFirst, to: Self.self)
  }

  /// Whether all its numbers are +0.
  @inline(__always)
  package var isZero: Bool {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    let fours = bits.lowHalf | bits.highHalf
    let twos = fours.lowHalf | fours.highHalf
    return twos[0] | twos[1] == 0
  }
}

/// Memory for `Matrix`: vectors aligned to a cache line.
///
/// A Swift array is aligned to 16 bytes only, so half of its vectors would straddle cache lines.
@usableFromInline
package final class AlignedStorage: @unchecked Sendable {
  // Sendable: `Matrix` writes to it only while it is the sole owner (copy on write).
  package let vectors: UnsafeMutablePointer<Vector>

  /// Memory for `count` vectors, all of which `body` writes.
  package init(count: Int, _ body: (UnsafeMutablePointer<Vector>) -> Void) {
    let bytes = max(count, 1) * MemoryLayout<Vector>.stride
    vectors = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Vector.self, capacity: count)
    body(vectors)
  }

  /// The rows of an array, each padded with zeros to `width` vectors.
  package convenience init(rows: Int, of values: [Double], columns: Int, width: Int) {
    self.init(rows: rows, columns: columns, width: width) { row, place in
      values.withUnsafeBufferPointer { values in
        guard let source = values.baseAddress else { return }
        place.update(from: source + row.lowerBound, count: columns)
      }
    }
  }

  /// The same of bytes, as numbers.
  package convenience init(rows: Int, of bytes: [UInt8], columns: Int, width: Int) {
    self.init(rows: rows, columns: columns, width: width) { row, place in
      let bytes = bytes.span.extracting(row)
      for k in bytes.indices { place[k] = Double(bytes[unchecked: k]) }
    }
  }

  /// Rows of `columns` numbers, which `write` takes from their range in an array to their place; each is
  /// padded with zeros.
  @inline(__always)
  private convenience init(
    rows: Int, columns: Int, width: Int, _ write: (Range<Int>, UnsafeMutablePointer<Double>) -> Void
  ) {
    self.init(count: rows * width) { vectors in
      for n in 0..<rows {
        let row = vectors + n * width
        if columns % Vector.scalarCount != 0 { row[width - 1] = .zero }
        write(
          n * columns..<(n + 1) * columns,
          UnsafeMutableRawPointer(row).assumingMemoryBound(to: Double.self))
      }
    }
  }

  deinit { vectors.deallocate() }
}
