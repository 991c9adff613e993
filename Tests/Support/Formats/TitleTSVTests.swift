import Formats
import Foundation
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
  #expect(file.titles == ["a_b c%d +"])
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
  Malformed("title of what is not seen", "a\tb\n_%E2%80%8B_\tP\n", 2, 1, "the title is empty"),
  Malformed("label of spaces", "a\tb\nc\t \u{a0}\u{200b}\n", 2, 3, "the label is empty"),
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

/// Labels, and titles without what is special in them, that look like "Zoë Ü": each is it.
@Test(arguments: [
  "Zoë Ü ", " Zoë Ü", "Zoë\u{a0}Ü", "Zoë\u{3000} Ü\u{2003}", "\u{feff}Zoë Ü",
  "Zoë\u{200b} Ü\u{200b}",
  "Zo\u{ad}ë\u{2060} Ü\u{200e}", "Zoe\u{308} U\u{308}", "Zoe\u{34f}\u{308} Ü", "Zoë\u{85}Ü\u{9d}",
  "Z\u{200d}oë Ü\u{fe0f}", "Zoë\u{2028}Ü",
])
func whatLooksTheSameIsTheSame(text: String) throws {
  let file = try parse(Array("a\tb\n\(text)\t\(text)\r\n".utf8))
  let codes = Array("Zoë Ü".unicodeScalars)
  // As scalars: strings are equal to what they are composed of.
  #expect(Array(file.titles[1].unicodeScalars) == codes)
  #expect(Array(file.labels[1].unicodeScalars) == codes)
  #expect(file.labelColumns == [3, text.utf8.count + 2])
  #expect(Array(TitleTSV.title(typed: text).unicodeScalars) == codes)
  #expect(
    try TitleList(bytes: Array(text.utf8), path: "").titles.map { Array($0.unicodeScalars) } == [
      codes
    ])
}

/// Against Foundation, for everything that has a decomposition, in two orders of its marks.
@Test func lettersAreComposedAsFoundationDoes() {
  var composed = 0
  for code in 0xA0...0x2FFFF as ClosedRange<UInt32> {
    guard let scalar = Unicode.Scalar(code), !scalar.properties.isWhitespace,
      !scalar.properties.isDefaultIgnorableCodePoint
    else { continue }
    let text = "a" + String(scalar)
    let expected = text.precomposedStringWithCanonicalMapping
    for form in [text, text.decomposedStringWithCanonicalMapping] {
      if !form.asSeen.unicodeScalars.elementsEqual(expected.unicodeScalars) {
        Issue.record("\(code)")
      }
    }
    composed += expected.unicodeScalars.count == text.unicodeScalars.count ? 1 : 0
  }
  #expect(composed > 50_000)
}

@Test(arguments: [
  ("Marie_Curie", "Marie Curie"), ("Marie  Curie ", "Marie Curie"),
  ("Th%C3%A9r%c3%a8se", "Thérèse"),
  ("100%", "100%"), ("100%_Wolf", "100% Wolf"), ("50%25", "50%"), ("L%E9", "L%E9"), ("", ""),
])
func titlesAreTypedAsInFilesOrAsTheyAre(text: String, title: String) {
  #expect(TitleTSV.title(typed: text) == title)
}

@Test func listsOfTitlesMayHaveLabels() throws {
  let text = "\u{feff}Marie_Curie\r\nLima\t Place\n100% Wolf\t\n\n"
  let list = try TitleList(bytes: Array(text.utf8), path: "")
  #expect(list.titles == ["Marie Curie", "Lima", "100% Wolf"])
  #expect(list.labels == [nil, "Place", nil])
}

@Test(arguments: [
  Malformed("nothing", "", 1, 1, "the file has no lines"),
  Malformed("blank line", "a\n\nb\n", 2, 1, "blank line"),
  Malformed("spaces", "a\n _\n", 2, 1, "the title is empty"),
  Malformed("Latin-1", [0x61, 0x0A, 0xE9], 2, 1, #"the title "\xe9" is not UTF-8"#),
  Malformed("control", "a\nb\u{1b}\n", 2, 2, #"control character "\u{1b}""#),
])
func malformedListsAreReportedWithTheirPlace(file: Malformed) {
  #expect(throws: file.error(path: "titles")) {
    try TitleList(bytes: file.bytes, path: "titles")
  }
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

/// The same without labels.
private func expectListOrPlace(_ bytes: [UInt8]) {
  do {
    #expect(try !TitleList(bytes: bytes, path: "titles.tsv").titles.contains(""))
  } catch {
    #expect(error.kind == .data && error.line != nil && error.column != nil)
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
      expectListOrPlace(bytes)
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
