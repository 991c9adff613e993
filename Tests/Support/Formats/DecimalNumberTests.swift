import Testing

@testable import Formats

/// The bits that Python's correctly rounded `float` gives.
@Test func decimalsAreCorrectlyRounded() throws {
  let lines = String(decoding: try readFile(fixture("decimals.txt")), as: UTF8.self)
    .split(whereSeparator: \.isNewline)
  #expect(lines.count > 400)
  for line in lines {
    let fields = line.split(separator: " ")
    let expected = UInt64(fields[1], radix: 16)
    #expect(Double(decimal: Array(fields[0].utf8).span)?.bitPattern == expected, "\(fields[0])")
  }
}

@Test(arguments: [
  "", " ", " 1", "1 ", "1 2", "+", "-", ".", "-.", "e1", ".e1", "1e", "1e+", "1e-", "1e1.5",
  "1e1e1",
  "--1", "+-1", "1.2.3", "1,5", "1_000", "nan", "NaN", "inf", "infinity", "-inf", "0x10", "0x1p3",
  "1e400", "-1e400", "1e999999999999999999999", "1f", "1d", "١", "1\0", "½",
])
func whatIsNotADecimalNumberIsNil(text: String) {
  #expect(Double(decimal: Array(text.utf8).span) == nil)
}

@Test func longNumberIsReadInLinearTime() {
  let text = "0." + String(repeating: "7", count: 1_000_000)
  #expect(Double(decimal: Array(text.utf8).span) == 7.0 / 9)
}
