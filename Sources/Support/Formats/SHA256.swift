/// The SHA-256 of a message: 32 bytes that tell it from every other.
///
/// Source: NIST, FIPS 180-4, sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2, whose names these are.
package struct SHA256: Sendable, Equatable {
  /// H, the eight words of the digest: at first the square roots' fractions of the first 8 primes.
  private var h: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The digest of these bytes.
  package init(of message: [UInt8]) {
    // W, the schedule: one for all blocks.
    var w = [UInt32](repeating: 0, count: 64)
    let whole = message.count & ~63
    for start in stride(from: 0, to: whole, by: 64) { add(message.span, start, &w) }
    // Behind the message come a bit 1, zeros, and in a block's last 8 bytes its length in bits.
    var end = message[whole...] + [0x80]
    end += repeatElement(0, count: (56 - end.count) & 63)
    end += bigEndian(UInt64(message.count) * 8)
    for start in stride(from: 0, to: end.count, by: 64) { add(end.span, start, &w) }
  }

  /// The digest, 32 bytes.
  package var bytes: [UInt8] { h.flatMap { bigEndian($0) } }

  /// The digest in 64 hexadecimal digits, as `sha256sum` prints it.
  package var text: String { h.map { hexadecimal($0, digits: 8) }.joined() }

  /// Takes in the block of 64 bytes at `start`.
  private mutating func add(_ message: Span<UInt8>, _ start: Int, _ w: inout [UInt32]) {
    fill(&w, message, start)
    var (a, b, c, d) = (h[0], h[1], h[2], h[3])
    var (e, f, g, h) = (h[4], h[5], h[6], h[7])
    let (k, w) = (k.span, w.span)
    for t in 0..<64 {
      let Σ1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let t1 = h &+ Σ1 &+ choice &+ k[unchecked: t] &+ w[unchecked: t]
      let Σ0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (a, b, c, d, e, f, g, h) = (t1 &+ Σ0 &+ majority, a, b, c, d &+ t1, e, f, g)
    }
    (self.h[0], self.h[1], self.h[2], self.h[3]) =
      (self.h[0] &+ a, self.h[1] &+ b, self.h[2] &+ c, self.h[3] &+ d)
    (self.h[4], self.h[5], self.h[6], self.h[7]) =
      (self.h[4] &+ e, self.h[5] &+ f, self.h[6] &+ g, self.h[7] &+ h)
  }
}

/// W: the 16 words of the block at `start`, and 48 more, each from four before it.
private func fill(_ w: inout [UInt32], _ message: Span<UInt8>, _ start: Int) {
  let block = message.extracting(start..<start + 64)
  var w = w.mutableSpan
  for t in 0..<16 {
    func byte(_ k: Int) -> UInt32 { UInt32(block[unchecked: 4 &* t &+ k]) }
    w[unchecked: t] = byte(0) &<< 24 | byte(1) &<< 16 | byte(2) &<< 8 | byte(3)
  }
  for t in 16..<64 {
    let (x, y) = (w[unchecked: t &- 15], w[unchecked: t &- 2])
    let σ0 = rotated(x, 7) ^ rotated(x, 18) ^ x &>> 3
    let σ1 = rotated(y, 17) ^ rotated(y, 19) ^ y &>> 10
    w[unchecked: t] = σ1 &+ w[unchecked: t &- 7] &+ σ0 &+ w[unchecked: t &- 16]
  }
}

/// ROTR: the bits of `x`, moved `count` places to the right and round the end.
@inline(__always)
private func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x &>> count | x &<< (32 - count) }

/// The bytes of a number, the highest first.
private func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.bigEndian) { Array($0) }
}

/// K: of the cube roots of the first 64 primes the first 32 bits behind the point.
private let k: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
  0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
  0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
  0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
  0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
