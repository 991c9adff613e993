/// The sum of a file's bytes by which it is known (FIPS 180-4).
package enum SHA256 {
  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = primes(64).map { fraction(of: $0, root: 3) }
  private static let start: [UInt32] = primes(8).map { fraction(of: $0, root: 2) }

  private static func primes(_ count: Int) -> [Int] {
    Array((2...).lazy.filter { n in !(2..<n).contains { n % $0 == 0 } }.prefix(count))
  }

  /// ⌊2³² (n^(1/root) − ⌊n^(1/root)⌋)⌋, by bisection of whole numbers: the greatest r with
  /// r^root ≤ n 2^(32 root).
  private static func fraction(of n: Int, root: Int) -> UInt32 {
    func power(_ r: UInt64) -> UInt128 {
      (1..<root).reduce(UInt128(r)) { power, _ in power * UInt128(r) }
    }
    let limit = UInt128(n) << UInt128(32 * root)
    var (low, high): (UInt64, UInt64) = (0, 1 << 37)
    while high - low > 1 {
      let middle = (low + high) / 2
      if power(middle) <= limit { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// 32 bytes.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var message = bytes + [0x80]
    message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
    message += (0..<8).map { UInt8(truncatingIfNeeded: (8 * bytes.count) >> (56 - 8 * $0)) }
    var state = start
    var words = [UInt32](repeating: 0, count: 64)
    for block in Swift.stride(from: 0, to: message.count, by: 64) {
      for t in 0..<16 {
        words[t] = (0..<4).reduce(0) { $0 << 8 | UInt32(message[block + 4 * t + $1]) }
      }
      mix(&state, &words)
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  private static func mix(_ state: inout [UInt32], _ w: inout [UInt32]) {
    for t in 16..<64 {
      let (x, y) = (w[t - 15], w[t - 2])
      let s0 = x.turned(7) ^ x.turned(18) ^ x >> 3
      let s1 = y.turned(17) ^ y.turned(19) ^ y >> 10
      w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let s1 = e.turned(6) ^ e.turned(11) ^ e.turned(25)
      let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[t] &+ w[t]
      let s0 = a.turned(2) ^ a.turned(13) ^ a.turned(22)
      let t2 = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
    }
    for (k, word) in [a, b, c, d, e, f, g, h].enumerated() { state[k] &+= word }
  }
}

extension UInt32 {
  fileprivate func turned(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
