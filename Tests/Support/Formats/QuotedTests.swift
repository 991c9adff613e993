import Testing

@testable import Formats

@Test(arguments: [
  ("abc é 🙂", #""abc é 🙂""#),
  ("", #""""#),
  ("a\tb\r\nc", #""a\tb\r\nc""#),
  ("\0\u{7f}\u{1b}[2J", #""\u{0}\u{7f}\u{1b}[2J""#),
  (" 1\u{a0}\u{3000}", #"" 1\u{a0}\u{3000}""#),
  (#"a"b\c"#, #""a\"b\\c""#),
  ("\u{feff}\u{202e}\u{2028}\u{e000}", #""\u{feff}\u{202e}\u{2028}\u{e000}""#),
  (String(repeating: "x", count: 40), "\"" + String(repeating: "x", count: 40) + "\""),
  (String(repeating: "é", count: 41), "\"" + String(repeating: "é", count: 40) + "…\""),
])
func quotedTextIsSafeToPrint(text: String, expected: String) {
  #expect(quoted(text) == expected)
}

@Test(
  arguments: [
    ([0x61, 0xFF, 0x62], #""a\xffb""#),
    ([UInt8](repeating: 0x78, count: 40), "\"" + String(repeating: "x", count: 40) + "\""),
    ([UInt8](repeating: 0xFF, count: 41), "\"" + String(repeating: #"\xff"#, count: 40) + "…\""),
    ([0xC3], #""\xc3""#),
    ([0xC0, 0xAF], #""\xc0\xaf""#),
    ([0xED, 0xA0, 0x80], #""\xed\xa0\x80""#),
    ([0xE2, 0x82, 0x61], #""\xe2\x82a""#),
  ] as [([UInt8], String)])
func quotedBytesShowInvalidUTF8(bytes: [UInt8], expected: String) {
  #expect(quoted(bytes) == expected)
}

@Test func limitIsTheCallers() {
  #expect(escaped("é\n🙂x".utf8, limit: 3) == #"é\n🙂…"#)
  let text = String(repeating: "x", count: 1000)
  #expect(escaped(text.utf8, limit: .max) == text)
}
