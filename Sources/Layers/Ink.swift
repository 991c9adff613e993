/// The indices of an example's non-zero inputs, in order, up to 128 inputs at a time.
///
/// A letter is mostly white: of its 128 pixels about 27 are ink. Collecting the ink first keeps
/// the branch "is it zero?", which no processor can predict, out of the loops over the weights.
struct Ink {
  /// 512 bytes of indices, which fit on the stack.
  static let capacity = 128

  private let indices: UnsafeMutablePointer<Int32>
  private(set) var count = 0

  /// Lends memory for the indices to `body`.
  @inline(__always)
  static func withMemory(_ body: (inout Ink) -> Void) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { memory in
      guard let start = memory.baseAddress else { return }
      var ink = Ink(indices: start)
      body(&ink)
    }
  }

  /// Collects from the inputs `start`, `start` + 1, … of an example.
  @inline(__always)
  mutating func collect(_ inputs: Span<Double>, from start: Int) {
    count = 0
    for i in start..<min(start &+ Self.capacity, inputs.count) {
      indices[count] = Int32(truncatingIfNeeded: i)
      // ±0 has no bit but the sign. Of any other v, v or −v has the top bit set.
      let v = inputs[unchecked: i].bitPattern &<< 1
      count &+= Int(truncatingIfNeeded: (v | (0 &- v)) &>> 63)
    }
  }

  @inline(__always)
  subscript(_ k: Int) -> Int { Int(indices[k]) }
}
