import Testing

@testable import Formats

/// The symbol at the start of bits such as `1101`, and how many of them it takes.
private func symbol(_ code: HuffmanCode, _ text: String) -> (value: UInt16, length: UInt8) {
  let bits = text.utf8.reversed().reduce(UInt64(0)) { $0 << 1 | UInt64($1 & 1) }
  let symbol = code.symbol(bits)
  return (symbol.value, symbol.length)
}

private let letters = (0..<20).map { DeflateSymbol(value: $0) }

/// The example of RFC 1951, section 3.2.2, with the letters A to H as 0 to 7.
@Test func codesAreThoseOfTheRFC() {
  let code = HuffmanCode(lengths: [3, 3, 3, 3, 3, 2, 4, 4], alphabet: letters)
  let texts = ["010", "011", "100", "101", "110", "00", "1110", "1111"]
  for (value, text) in texts.enumerated() {
    for rest in ["", "0000", "1111"] {
      #expect(symbol(code, text + rest) == (UInt16(value), UInt8(text.utf8.count)))
    }
  }
}

/// The codes by the algorithm in the same section: in the order of their lengths and then of the
/// alphabet, each is the one before plus 1, with as many zeros as it is longer.
private func codes(_ lengths: [UInt8]) -> [(symbol: Int, code: String)] {
  var code = -1
  var previous: UInt8 = 0
  let order = lengths.indices.filter { lengths[$0] > 0 }.sorted {
    (lengths[$0], $0) < (lengths[$1], $1)
  }
  return order.map { symbol in
    let length = lengths[symbol]
    code = (code + 1) << Int(length - (previous == 0 ? length : previous))
    previous = length
    let digits = String(code, radix: 2)
    return (symbol, String(repeating: "0", count: Int(length) - digits.utf8.count) + digits)
  }
}

private let manyLong: [UInt8] =
  [15, 14, 0, 13] + (1...10) + [15, 15, 12, 14] + [UInt8](repeating: 15, count: 7) + [13, 14]

@Test(arguments: [
  [3, 3, 3, 3, 3, 2, 4, 4], [UInt8](1...15) + [15], manyLong, [UInt8](repeating: 5, count: 32),
  [UInt8](repeating: 12, count: 4096), [0, 1, 0, 1],
])
func everySymbolIsFound(lengths: [UInt8]) {
  #expect(HuffmanCode.areComplete(lengths))
  let alphabet = lengths.indices.map { DeflateSymbol(value: UInt16($0)) }
  let code = HuffmanCode(lengths: lengths, alphabet: alphabet)
  for (value, text) in codes(lengths) {
    for rest in ["00000000", "10110101"] {
      let found = symbol(code, text + rest)
      if found != (UInt16(value), lengths[value]) { Issue.record("\(text) is \(found)") }
    }
  }
}

@Test func incompleteCodesHaveInvalidBits() {
  let one = HuffmanCode(lengths: [0, 0, 1], alphabet: letters)
  #expect(symbol(one, "0") == (2, 1))
  #expect(symbol(one, "1") == (.max, 0))
  let none = HuffmanCode(lengths: [0, 0, 0], alphabet: letters)
  #expect(symbol(none, "0") == (.max, 0))
  #expect(symbol(none, "1111111111111111") == (.max, 0))
}

@Test(
  arguments: [
    ([1, 1], true), ([1, 2, 2], true), ([3, 3, 3, 3, 3, 2, 4, 4], true),
    ([UInt8](1...15) + [15], true), ([UInt8](repeating: 8, count: 256), true),
    ([0, 1, 0], true), ([0, 0], true), ([], true),
    ([1, 1, 1], false), ([1, 1, 15], false), ([2, 2, 2, 2, 2], false), ([UInt8](1...15), false),
    ([2], false), ([15], false), ([1, 2], false), ([2, 2, 2], false), ([1, 15], false),
    ([UInt8](repeating: 15, count: 300), false),
  ] as [([UInt8], Bool)])
func completeCodesAreTold(lengths: [UInt8], areComplete: Bool) {
  #expect(HuffmanCode.areComplete(lengths) == areComplete)
}
