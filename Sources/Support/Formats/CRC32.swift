/// The checksum CRC-32 of gzip, PNG and zip (RFC 1952, section 8): the remainder of the bytes as a
/// polynomial over GF(2), divided by x³² + x²⁶ + x²³ + x²² + x¹⁶ + x¹² + x¹¹ + x¹⁰ + x⁸ + x⁷ + x⁵ +
/// x⁴ + x² + x + 1. The highest power of x is in the lowest bit.
func crc32(_ bytes: Span<UInt8>) -> UInt32 {
  let raw = bytes.bytes
  let tables = remainders.span
  var remainder = ~UInt32(0)
  // Eight bytes at a step: each has a table of its own, so that the look-ups do not wait for each
  // other (M. E. Kounavis, F. L. Berry, 2005).
  for start in stride(from: 0, through: bytes.count - 8, by: 8) {
    let word = raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    let sum = UInt64(littleEndian: word) ^ UInt64(remainder)
    remainder = 0
    for index in 0..<8 {
      let byte = Int(sum >> UInt64(8 * index) & 0xFF)
      remainder ^= tables[(7 - index) * 256 + byte]
    }
  }
  for index in bytes.count / 8 * 8..<bytes.count {
    remainder = remainder >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: remainder) ^ bytes[index])]
  }
  return ~remainder
}

/// At `256 * n + b` the remainder of the byte b with n zero bytes behind it.
private let remainders: [UInt32] = {
  var table = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }
  for index in 0..<7 * 256 {
    table.append(table[index] >> 8 ^ table[Int(table[index] & 0xFF)])
  }
  return table
}()
