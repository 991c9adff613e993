import Testing

@testable import Formats

/// The check value that catalogues of such codes give for CRC-32.
@Test func checksumOfNineDigitsIsTheCheckValue() {
  #expect(crc32(Array("123456789".utf8).span) == 0xCBF4_3926)
}

/// The remainder bit by bit, as polynomials are divided by hand.
private func slowChecksum(_ bytes: [UInt8]) -> UInt32 {
  var remainder = ~UInt32(0)
  for bit in bytes.flatMap({ byte in (0..<8).map { UInt32(byte) >> $0 & 1 } }) {
    let isDivisible = remainder & 1 == bit
    remainder = isDivisible ? remainder >> 1 : remainder >> 1 ^ 0xEDB8_8320
  }
  return ~remainder
}

@Test func checksumIsTheRemainderAtEveryLength() {
  let bytes = (0..<50).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 7 &+ 1) }
  for count in 0...50 {
    let part = Array(bytes[..<count])
    #expect(crc32(part.span) == slowChecksum(part), "\(count) bytes")
  }
}
