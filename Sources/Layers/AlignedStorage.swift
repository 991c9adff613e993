/// Eight numbers that one kernel step handles at once.
///
/// The compiler splits it into whatever vectors the machine has, so the summation order, and with
/// it every bit of a result, does not depend on the machine.
public typealias Vector = SIMD8<Double>

/// Zeroed memory for `Matrix`: vectors aligned to a cache line.
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

  deinit { vectors.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Vector> {
    let bytes = max(count, 1) * MemoryLayout<Vector>.stride
    return UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Vector.self, capacity: count)
  }
}
