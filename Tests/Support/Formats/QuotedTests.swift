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
  (
    String(repeating: "é", count: 41),
    "\"" + String(repeating: "é", count: 40) + "…\" (1 character more)"
  ),
  (
    String(repeating: "🙂é", count: 50),
    "\"" + String(repeating: "🙂é", count: 20) + "…\" (60 characters more)"
  ),
  ("a\u{10fefe}.csv", #""a\xfe.csv""#),
])
func quotedTextIsSafeToPrint(text: String, expected: String) {
  #expect(quoted(text) == expected)
}

@Test(
  arguments: [
    ([0x61, 0xFF, 0x62], #""a\xffb""#),
    ([UInt8](repeating: 0x78, count: 40), "\"" + String(repeating: "x", count: 40) + "\""),
    (
      [UInt8](repeating: 0xFF, count: 41),
      "\"" + String(repeating: #"\xff"#, count: 40) + "…\" (1 character more)"
    ),
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

@Test func ofLongListsTheFirstAreQuoted() {
  #expect(listed([16, 8]) == "[16, 8]")
  #expect(listed([Int](repeating: 1, count: 1_000_000)) == "[1, 1, 1, 1, 1, 1, 1, … (999993 more)]")
  #expect(listed([String]()) == "none")
  #expect(listed(["a", "b", "c"]) == #""a", "b" and "c""#)
  #expect(listed((1...100).map { "\($0)" }) == #""1", "2", "3", "4", "5" and 95 more"#)
  let long = listed([String](repeating: String(repeating: "x", count: 100_000), count: 7))
  #expect(long.count < 200 && long.contains("(99960 characters more)"))
  #expect(long.hasSuffix(" and 6 more"))
}

/// What a file says is not all of the line, however long it is.
@Test func pathsThatAreOnlyWrittenSomewhereAreCut() {
  let error = FileError(.noInput, path: String(repeating: "x", count: 1 << 20), "is missing")
  #expect(error.description.count < 500 && error.description.hasSuffix("…: is missing"))
}
