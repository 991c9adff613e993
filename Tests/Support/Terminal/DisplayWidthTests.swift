import Testing

@testable import Terminal

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("äöü", 3), ("e\u{301}", 1), ("αβŷ", 3), ("漢字", 4), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2), ("🙂", 2), ("━█▀⠿", 4), ("\u{200B}", 0),
    ("\n\u{1B}", 0), ("カ", 2), ("𠀀", 2),
  ]) func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test(arguments: [
    ("a b", "a b"), ("a\tb\r\n", #"a\tb\r\n"#), ("\u{1B}[31m", #"\u{1B}[31m"#),
    ("x\u{202E}y", #"x\u{202E}y"#), ("é漢", "é漢"), (#"a\b"#, #"a\b"#), ("\u{9B}", #"\u{009B}"#),
    ("a\u{2028}b", #"a\u{2028}b"#),
  ]) func printable(text: String, shown: String) {
    #expect(text.printable == shown)
  }

  @Test(arguments: [
    ("abcdef", 3, "abc"), ("abc", 3, "abc"), ("漢字", 3, "漢"), ("漢", 1, ""), ("abc", 0, ""),
    ("abc", -1, ""), ("ae\u{301}b", 2, "ae\u{301}"),
  ]) func fitting(text: String, columns: Int, shown: String) {
    #expect(text.fitting(columns) == shown)
  }

  @Test func padded() {
    #expect("漢".padded(4) == "漢  ")
    #expect("漢".padded(4, right: true) == "  漢")
    #expect("abc".padded(2) == "abc")
  }

  @Test(arguments: [
    ("", 5, []), ("aa bb cc", 5, ["aa bb", "cc"]), ("aa bb cc", 4, ["aa", "bb", "cc"]),
    ("abcdefg", 3, ["abc", "def", "g"]), ("漢字 漢", 4, ["漢字", "漢"]), ("a  b", 9, ["a b"]),
    ("漢字", 1, ["漢", "字"]),
  ]) func wrapped(text: String, columns: Int, lines: [String]) {
    #expect(text.wrapped(columns) == lines)
  }

  @Test func linesEndWithoutSpaces() {
    #expect("ab  ".asLine == "ab\n")
    #expect("  ".asLine == "\n")
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\\n", #""a"b\\n""#),
    ("\u{1}\u{1b}[2J\0", #""\u{01}\u{1B}[2J\0""#),
    ("é\u{85}\u{ad}\u{202e}\u{e0001}", #""é\u{0085}\u{00AD}\u{202E}\u{000E0001}""#),
    ("5\u{A0}\u{3000} 6", #""5\u{00A0}\u{3000} 6""#),
    (String(repeating: "x", count: 60), "\"" + String(repeating: "x", count: 60) + "\""),
    (String(repeating: "x", count: 61), "\"" + String(repeating: "x", count: 57) + "...\""),
    (String(repeating: "漢", count: 31), "\"" + String(repeating: "漢", count: 28) + "...\""),
  ]) func quotes(word: String, expected: String) {
    #expect(word.inQuotes == expected)
  }
}
