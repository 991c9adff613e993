import Testing

@testable import Formats

/// From the tables in RFC 1951, section 3.2.5: code, extra bits, first length.
@Test(arguments: [
  (257, 0, 3), (264, 0, 10), (265, 1, 11), (268, 1, 17), (269, 2, 19), (272, 2, 31), (273, 3, 35),
  (276, 3, 59), (277, 4, 67), (280, 4, 115), (281, 5, 131), (283, 5, 195), (284, 5, 227),
  (285, 0, 258),
])
func lengthsAreThoseOfTheRFC(code: Int, extraBits: Int, first: Int) {
  let symbol = DeflateAlphabet.literalsAndLengths[code]
  #expect(Int(symbol.value) - DeflateAlphabet.lengthOffset == first)
  #expect(Int(symbol.extraBits) == extraBits)
}

/// From the same section: code, extra bits, first distance.
@Test(arguments: [
  (0, 0, 1), (3, 0, 4), (4, 1, 5), (5, 1, 7), (6, 2, 9), (7, 2, 13), (8, 3, 17), (10, 4, 33),
  (15, 6, 193), (18, 8, 513), (20, 9, 1025), (22, 10, 2049), (25, 11, 6145), (28, 13, 16385),
  (29, 13, 24577),
])
func distancesAreThoseOfTheRFC(code: Int, extraBits: Int, first: Int) {
  let symbol = DeflateAlphabet.distances[code]
  #expect(Int(symbol.value) == first)
  #expect(Int(symbol.extraBits) == extraBits)
}

@Test func bytesAndTheEndStandForThemselves() {
  for (code, symbol) in DeflateAlphabet.literalsAndLengths.prefix(257).enumerated() {
    #expect(Int(symbol.value) == code)
    #expect(symbol.extraBits == 0)
  }
  #expect(DeflateAlphabet.literalsAndLengths.count == 288)
  #expect(DeflateAlphabet.distances.count == 32)
}
