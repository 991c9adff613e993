import Formats
import Testing

private func parse(_ bytes: [UInt8]) throws(FileError) -> TitleTSV {
  try TitleTSV(bytes: bytes, path: "titles.tsv")
}

/// Two titles, spelled in every accepted way.
@Test(arguments: [
  "Th%C3%A9r%C3%A8se_X\tWork\nLima\tPlace\n",
  "Th%c3%a9r%C3%a8se%20X\tWork\nLima\tPlace",
  "Thérèse_X\tWork\r\nLima\tPlace\r\n",
  "Thérèse X\tWork\r\nLima\tPlace",
  "\u{feff}Thérèse_X\tWork\nLima\tPlace\n\n\r\n",
  "%54h%C3%A9r%C3%A8se_X\tWork\nL%69ma\tPlace\n",
])
func acceptedTitles(text: String) throws {
  let file = try parse(Array(text.utf8))
  #expect(file.titles == ["Thérèse X", "Lima"])
  #expect(file.labels == ["Work", "Place"])
}

@Test func underscoresPercentSignsAndTabsCanBeEncoded() throws {
  let file = try parse(Array("a%5Fb_c%25d%09+\tNo_label's%20business".utf8))
  #expect(file.titles == ["a_b c%d\t+"])
  #expect(file.labels == ["No_label's%20business"])
}

@Test(arguments: [
  Malformed("nothing", "", 1, 1, "the file has no lines"),
  Malformed("blank lines alone", "\n\r\n", 1, 1, "the file has no lines"),
  Malformed("blank line between", "a\tb\n\r\na\tb\n", 2, 1, "blank line"),
  Malformed("no tab", "a\tb\nLima\n", 2, 5, #"no tab and label after "Lima""#),
  Malformed("second tab", "a\tb\tc\n", 1, 4, "a second tab, where the line should end"),
  Malformed("no title", "\tPlace\n", 1, 1, "the title is empty"),
  Malformed("no label", "Lima\t\r\n", 1, 6, "the label is empty"),
  Malformed(
    "not hexadecimal", "a\tb\nL%4gma\tPlace", 2, 2,
    #""%4g", where % and two hexadecimal digits are expected"#),
  Malformed(
    "code cut by the tab", "a\tb\nLima%4\tPlace", 2, 5,
    #""%4", where % and two hexadecimal digits are expected"#),
  Malformed("half a letter", "L%C3\tPlace", 1, 1, #"the title "L\xc3" is not UTF-8"#),
  Malformed("Latin-1", [0x4C, 0xE9, 0x09, 0x50], 1, 1, #"the title "L\xe9" is not UTF-8"#),
  Malformed("label Latin-1", [0x4C, 0x09, 0xE9, 0x0A], 1, 3, #"the label "\xe9" is not UTF-8"#),
  Malformed("NUL", "a\tb\nL\0\tP\n", 2, 2, #"control character "\u{0}""#),
  Malformed("lone return", "a\tb\rc\td\n", 1, 4, #"control character "\r""#),
  Malformed("return at the end", "a\tb\r", 1, 4, #"control character "\r""#),
])
func malformedTitlesAreReportedWithTheirPlace(file: Malformed) {
  #expect(throws: file.error(path: "titles.tsv")) { try parse(file.bytes) }
}

/// Reads titles, or refuses with a place that is in the file, or just behind the end of a line.
private func expectTitlesOrPlace(_ bytes: [UInt8]) {
  let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let lines = bytes[mark...].split(separator: 0x0A, omittingEmptySubsequences: false)
  do {
    let file = try parse(bytes)
    #expect(file.titles.count == file.labels.count && !file.titles.contains(""))
    for (line, column) in zip(lines, file.labelColumns) {
      #expect(line.dropFirst(column - 2).first == 0x09)
    }
  } catch {
    #expect(error.kind == .data && error.path == "titles.tsv")
    guard let line = error.line, let column = error.column, (1...lines.count).contains(line) else {
      Issue.record("no place in the file: \(error)")
      return
    }
    #expect((1...lines[line - 1].count + 1).contains(column))
  }
}

/// Any bytes at all are read or refused, never a trap.
@Test func mutatedTitlesNeverTrap() throws {
  let original = Array("Th%C3%A9r\tWork\r\nLima_é\tPlace\n".utf8)
  for index in original.indices {
    for byte in UInt8.min...UInt8.max {
      var bytes = original
      bytes[index] = byte
      expectTitlesOrPlace(bytes)
    }
    expectTitlesOrPlace(Array(original[..<index]))
    expectTitlesOrPlace(Array(original[..<index] + original[(index + 1)...]))
  }
}

@Test func theEmbeddedTitlesAreRead() throws {
  let folder = try packageFolder("handout-data") + "/titles"
  for (name, count) in [("train", 1500), ("valid", 200), ("test", 200)] {
    let file = try TitleTSV.read("\(folder)/tiny.\(name)")
    #expect(file.titles.count == count)
    #expect(Set(file.labels) == ["Organisation", "Person", "Place", "Species", "Work"])
    #expect(!file.titles.contains { $0.contains("_") || $0.contains("%") })
  }
}
