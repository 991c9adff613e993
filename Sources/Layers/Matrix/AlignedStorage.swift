/// Eight numbers that one kernel step handles at once.
///
/// The compiler splits it into whatever vectors the machine has, so the summation order, and with
/// it every bit of a result, does not depend on the machine.
public typealias Vector = SIMD8<Double>

/// Memory for `Matrix`: vectors aligned to a cache line.
///
/// A Swift array is aligned to 16 bytes only, so half of its vectors would straddle cache lines.
final class AlignedStorage: @unchecked Sendable {
  // Sendable: `Matrix` writes to it only while it is the sole owner (copy on write).
  let count: Int
  let vectors: UnsafeMutablePointer<Vector>

  init(zeros count: Int) {
    self.count = count
    vectors = Self.allocate(count)
    vectors.initialize(repeating: .zero, count: count)
  }

  init(copying others: UnsafeMutablePointer<Vector>, count: Int) {
    self.count = count
    vectors = Self.allocate(count)
    vectors.initialize(from: others, count: count)
  }

  /// The rows of an array, each padded with zeros to `width` vectors.
  init(rows: Int, of values: [Double], columns: Int, width: Int) {
    count = rows * width
    vectors = Self.allocate(count)
    values.withUnsafeBytes { values in
      guard let source = values.baseAddress else { return }
      let size = columns * MemoryLayout<Double>.stride
      for n in 0..<rows {
        let row = vectors + n * width
        if columns % Vector.scalarCount != 0 { row[width - 1] = .zero }
        UnsafeMutableRawPointer(row).copyMemory(from: source + n * size, byteCount: size)
      }
    }
  }

  deinit { vectors.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Vector> {
    let bytes = max(count, 1) * MemoryLayout<Vector>.stride
    return UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Vector.self, capacity: count)
  }
}
