/// MT19937, the Mersenne Twister: a stream of 32-bit words with period 2¹⁹⁹³⁷ − 1.
///
/// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed
/// Uniform Pseudo-Random Number Generator", ACM TOMACS 8 (1998).
public struct MersenneTwister: Sendable {
  private static let count = 624

  private var words: [UInt32]
  private var position = count

  /// Fills the state from one number, as `init_genrand` does (Knuth's linear recurrence, with the
  /// constants of Matsumoto and Nishimura's version of 2002). NumPy calls this legacy seeding.
  public init(seed: UInt32) {
    words = [seed]
    words.reserveCapacity(Self.count)
    var word = seed
    for index in 1..<UInt32(Self.count) {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ index
      words.append(word)
    }
  }

  /// The next word. Each is *tempered*: mixed reversibly, so that its high bits depend on all bits.
  public mutating func next() -> UInt32 {
    if position == Self.count { advance() }
    var word = words[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  /// The next 624 words of the recurrence
  /// x[k + 624] = x[k + 397] ⊕ (highest bit of x[k], other bits of x[k + 1]) A,
  /// in place. Three loops instead of one with indices modulo 624.
  private mutating func advance() {
    let last = Self.count - 1
    let offset = 397
    let wrap = Self.count - offset
    var x = words.mutableSpan
    for k in 0..<wrap { x[k] = x[k + offset] ^ Self.twist(x[k], x[k + 1]) }
    for k in wrap..<last { x[k] = x[k - wrap] ^ Self.twist(x[k], x[k + 1]) }
    x[last] = x[last - wrap] ^ Self.twist(x[last], x[0])
    position = 0
  }

  /// The product with the paper's matrix A: a shift, and its last row if the bit shifted out is 1.
  private static func twist(_ high: UInt32, _ low: UInt32) -> UInt32 {
    let joined = (high & 0x8000_0000) | (low & 0x7fff_ffff)
    return (joined >> 1) ^ (0 &- (joined & 1)) & 0x9908_b0df
  }
}
