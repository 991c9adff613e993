/// The indices of an example's non-zero inputs, in order, up to 128 inputs at a time.
///
/// A letter is mostly white: of its 128 pixels about 27 are ink. Collecting the ink first, eight
/// pixels at a step and without a branch, keeps the question "is it zero?", which no processor can
/// predict, out of the loops over the weights.
struct Ink {
  /// How many inputs are looked at in one go, a whole number of vectors.
  static let capacity = 128

  private let indices: UnsafeMutablePointer<UInt8>
  private var start = 0
  private(set) var count = 0

  /// Lends memory for the indices to `body`.
  @inline(__always)
  static func withMemory(_ body: (inout Ink) -> Void) {
    // Eight more, since indices are written eight at a time.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity + 8) { memory in
      guard let indices = memory.baseAddress else { return }
      var ink = Ink(indices: indices)
      body(&ink)
    }
  }

  /// Collects from the inputs `start`, `start` + 1, … of an example, given as padded vectors.
  @inline(__always)
  mutating func collect(_ inputs: Span<Vector>, from start: Int) {
    let table = Self.positions
    let first = start / Vector.scalarCount
    let last = min(first &+ Self.capacity / Vector.scalarCount, inputs.count)
    self.start = start
    count = 0
    for k in first..<max(first, last) {
      let bits = inputs[unchecked: k].nonZeroBits
      let offset = UInt8(truncatingIfNeeded: (k &- first) &* Vector.scalarCount)
      UnsafeMutableRawPointer(indices + count).storeBytes(
        of: table[bits] &+ offset, as: SIMD8<UInt8>.self)
      count &+= bits.nonzeroBitCount
    }
  }

  /// The index of the k-th non-zero input.
  @inline(__always)
  subscript(_ k: Int) -> Int { start &+ Int(indices[k]) }

  /// For every byte the positions of its bits, from the lowest; zeros behind them.
  private static let positions: [SIMD8<UInt8>] = (0..<256).map { byte in
    var positions = SIMD8<UInt8>()
    for (k, bit) in (0..<8).filter({ byte >> $0 & 1 == 1 }).enumerated() {
      positions[k] = UInt8(bit)
    }
    return positions
  }
}

extension Vector {
  /// Bit k says whether number k is other than ±0.
  @inline(__always)
  fileprivate var nonZeroBits: Int {
    let powers = SIMD8<Int64>(1, 2, 4, 8, 16, 32, 64, 128)
    let bits = SIMD8<Int64>.zero.replacing(with: powers, where: self .!= Vector.zero)
    let fours = bits.lowHalf | bits.highHalf
    let twos = fours.lowHalf | fours.highHalf
    return Int(twos[0] | twos[1])
  }
}
