import Formats
import Testing

struct CSVLineTests {
  /// The examples of RFC 4180, and characters that hide a comma from whoever looks at characters.
  @Test(
    arguments: [
      (["aaa", "bbb"], "aaa,bbb\n"), ([""], "\n"), (["a,b", "c"], "\"a,b\",c\n"),
      (["b\r\nb", "c"], "\"b\r\nb\",c\n"), (["a\"b"], "\"a\"\"b\"\n"),
      (["a,\u{301}b", "\"\u{301}"], "\"a,\u{301}b\",\"\"\"\u{301}\"\n"),
    ] as [([String], String)])
  func fieldsAreQuotedWhereTheyMustBe(fields: [String], line: String) {
    #expect(Array(csvLine(fields).unicodeScalars) == Array(line.unicodeScalars))
  }
}
