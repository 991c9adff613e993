import Formats
import TestSupport
import Testing

private func parse(
  _ text: String, as layout: LetterCSV.Layout = .labelled
) throws(FileError) -> LetterCSV {
  try LetterCSV.parse(Array(text.utf8), path: "letters.csv", as: layout)
}

/// Two letters of two pixels, spelled in every accepted way.
@Test(arguments: [
  "3,0,1\n7,1,0\n",
  "3,0,1\n7,1,0",
  "3,0,1\r\n7,1,0\r\n",
  "3,0,1\r\n7,1,0",
  "3,0,1\n7,1,0\r\n",
  "\u{feff}3,0,1\n7,1,0\n",
  "3,0,1\n7,1,0\n\n\n",
  "3,0,1\r\n7,1,0\r\n\r\n \t\r\n  ",
  "3, 0, 1\n7, 1, 0\n",
  " 3\t,\t0 ,1 \n  7,1,0\t\r\n",
  "3.0,0.,1.0\n7e0,+1,.0\n",
  "3.000000000000000000e+00,0.000000000000000000e+00,1.000000000000000000e+00\n+7,10e-1,-0.0\n",
  "3,0,1\n007,1,-0\n",
])
func acceptedSpellings(text: String) throws {
  let letters = try parse(text)
  #expect(letters.labels == [3, 7])
  #expect(letters.pixels.map(\.bitPattern) == [0, 1, 1, 0].map { Double($0).bitPattern })
  #expect(letters.rows == 2)
  #expect(letters.columns == 2)
}

@Test func pixelsMayBeAnyNumberInTheUnitInterval() throws {
  let letters = try parse("0,0.5,.25,1e-3,1,0\n9,0,1,0.1,+1e0,5e-324\n")
  #expect(letters.pixels == [0.5, 0.25, 0.001, 1, 0, 0, 1, 0.1, 1, .leastNonzeroMagnitude])
  #expect(letters.labels == [0, 9])
  #expect(letters.columns == 5)
}

@Test func everyLabelIsRead() throws {
  #expect(try parse("0,1\n1,1\n2,1\n3,1\n4,1\n5,1\n6,1\n7,1\n8,1\n9,1").labels == Array(0...9))
}

@Test(arguments: ["\n", "\r\n"])
func bitsAndDecimalsMayFollowEachOther(newline: String) throws {
  let lines = ["1,1,0,1", "2,0.5,0,1", "3,0,1,0.5", "4,0,0,1"]
  let letters = try parse(lines.joined(separator: newline))
  #expect(letters.pixels == [1, 0, 1, 0.5, 0, 1, 0, 1, 0.5, 0, 0, 1])
  #expect(letters.labels == [1, 2, 3, 4])
}

@Test func labelColumnIsOptionalWhereTheNumberOfPixelsIsKnown() throws {
  let without = try parse("0,1\n1,0.5\n", as: .pixels(2))
  #expect(without.labels == nil)
  #expect(without.pixels == [0, 1, 1, 0.5])
  #expect(without.rows == 2)
  #expect(without.columns == 2)
  let with = try parse("5,0,1\n7,1,0.5\n", as: .pixels(2))
  #expect(with.labels == [5, 7])
  #expect(with.pixels == without.pixels)
  #expect(try parse("1", as: .pixels(1)).pixels == [1])
}

@Test func fileIsReadByItsName() throws {
  let scratch = try Scratch()
  try writeAtomically(Array("4,1\n".utf8), to: scratch.file("a.csv"))
  #expect(try LetterCSV.read(scratch.file("a.csv"), as: .labelled).labels == [4])
  let error = #expect(throws: FileError.self) {
    try LetterCSV.read(scratch.file("b.csv"), as: .labelled)
  }
  #expect(error?.kind == .noInput)
}

private func zeros(_ count: Int) -> String { String(repeating: ",0", count: count) }

private let labelled: [Malformed] = [
  Malformed("empty", "", 1, 1, "the file has no lines"),
  Malformed("only a byte order mark", "\u{feff}", 1, 1, "the file has no lines"),
  Malformed("only blank lines", "\r\n \n\t\n", 1, 1, "the file has no lines"),
  Malformed("blank first line", "\n3,1\n", 1, 1, "blank line"),
  Malformed("blank line between", "3,1\n\n4,1\n", 2, 1, "blank line"),
  Malformed("line of spaces between", "3,1\r\n4,1\r\n \t\r\n5,1\r\n", 3, 1, "blank line"),
  Malformed(
    "label without pixels", "3\n", 1, 2, "1 field, where a label and its pixels are expected"),
  Malformed("too few fields", "3,1,0,1\n4,1,0,1\n5,1\n", 3, 3, "2 fields, where line 1 has 4"),
  Malformed("one field", "3,1,0,1\n5\n", 2, 2, "1 field, where line 1 has 4"),
  Malformed("too few at the end", "3,1,0\n4,1", 2, 3, "2 fields, where line 1 has 3"),
  Malformed("too many fields", "3,1\n4,1,0,1\n", 2, 3, "4 fields, where line 1 has 2"),
  Malformed("too many decimals", "3,.5\n4,.5,0,1", 2, 3, "4 fields, where line 1 has 2"),
  Malformed("comma at the end of a line", "3,1\n4,1,\n", 2, 3, "3 fields, where line 1 has 2"),
  Malformed("empty pixel", "3,1,0\n4,,0\n", 2, 2, "pixel is empty"),
  Malformed("empty last pixel", "3,1,\n", 1, 3, "pixel is empty"),
  Malformed("blank pixel at the end of the file", "3,1,0\n4,1, ", 2, 3, "pixel is empty"),
  Malformed("empty label", "3,1\n,1\n", 2, 1, "label is empty"),
  Malformed("label 10", "10,1\n", 1, 1, #"label "10" is not an integer from 0 to 9"#),
  Malformed("label -1", "3,1\n-1,1\n", 2, 1, #"label "-1" is not an integer from 0 to 9"#),
  Malformed("label 1.5", "1.5,1\n", 1, 1, #"label "1.5" is not an integer from 0 to 9"#),
  Malformed("label 1e99", "1e99,1\n", 1, 1, #"label "1e99" is not an integer from 0 to 9"#),
  Malformed(
    "label a", "3,1\na,1\n", 2, 1,
    #"the label is the letter "a", where a number from 0 to 9 stands for it"#),
  Malformed(
    "header line", "label,pixel0\n3,1\n", 1, 1,
    #""label" is not a number; a header line is not accepted (tail -n +2 drops it)"#),
  Malformed(
    "letter label", "a,0,1\n", 1, 1,
    #"the label is the letter "a", where a number from 0 to 9 stands for it"#),
  Malformed(
    "comment line", "# made by hand\n3,1\n", 1, 1, "a comment line, where numbers are expected"),
  Malformed(
    "comment in line 2", "3,1,0\n#made,by,hand\n", 2, 1,
    ##""#made" begins a comment line, where numbers are expected"##),
  Malformed(
    "comment of LaTeX", "3,1\n% more\n3,1\n", 2, 1,
    #""% more" begins a comment line, where numbers are expected"#),
  Malformed(
    "four column numbers", "0,1,2,3\n3,1,0,1\n", 1, 1,
    #""0,1,2,3" are column numbers; a header line is not accepted (tail -n +2 drops it)"#),
  Malformed(
    "titles", "Alan_Turing\tPerson\n", 1, 1, #"a tab between fields, where "," is expected"#),
  Malformed(
    "label last", "0,1,7\n", 1, 3,
    #"pixel "7" is outside [0, 1]; if it is the label, that comes first"#),
  Malformed(
    "pixels alone", "0,1\(zeros(126))\n", 1, 1,
    "all labels are 0 or 1, in 128 columns, as many as an image has pixels: "
      + "the column of labels, before the pixels, seems to be missing"),
  Malformed(
    "grey pixels alone", "1\(zeros(63))\n.5\(zeros(63))\n", 2, 1,
    #"label ".5" is not an integer from 0 to 9: "#
      + "the column of labels, before the pixels, seems to be missing"),
  Malformed("tabs", "3\t1\t0\n", 1, 1, #"a tab between fields, where "," is expected"#),
  Malformed("spaces", "3 1 0\n", 1, 1, #"a space between fields, where "," is expected"#),
  Malformed(
    "column numbers", "0,1,2,3,4\n3,1,0,0,0\n", 1, 1,
    #""0,1,2,3" are column numbers; a header line is not accepted (tail -n +2 drops it)"#),
  Malformed(
    "index and column numbers", "\u{feff},0,1,2,3,4\n0,3,1,0,0,0\n", 1, 1,
    #"",0,1,2,3" are column numbers; a header line is not accepted (tail -n +2 drops it)"#),
  Malformed("pixel above", "3,0,1.5\n", 1, 3, #"pixel "1.5" is outside [0, 1]"#),
  Malformed("pixel 2", "3,0,1\n3,2,1\n", 2, 2, #"pixel "2" is outside [0, 1]"#),
  Malformed(
    "pixel just above", "3,1.0000000000000003\n", 1, 2,
    #"pixel "1.0000000000000003" is outside [0, 1]"#),
  Malformed(
    "label last", "1,0,1,5\n", 1, 4,
    #"pixel "5" is outside [0, 1]; if it is the label, that comes first"#),
  Malformed(
    "greys", "5,0,1\n5,255,0\n", 2, 2,
    #"pixel "255" is outside [0, 1]; greys from 0 to 255 are to be divided by 255"#),
  Malformed("pixel below", "3,-0.1\n", 1, 2, #"pixel "-0.1" is outside [0, 1]"#),
  Malformed("pixel nan", "3,0,nan\n", 1, 3, #"pixel "nan" is not a finite decimal number"#),
  Malformed("pixel inf", "3,inf\n", 1, 2, #"pixel "inf" is not a finite decimal number"#),
  Malformed("pixel 1e400", "3,1e400\n", 1, 2, #"pixel "1e400" is not a finite decimal number"#),
  Malformed("hexadecimal", "3,0x1\n", 1, 2, #"pixel "0x1" is not a finite decimal number"#),
  Malformed("two numbers", "3,1 0\n", 1, 2, #"pixel "1 0" is not a finite decimal number"#),
  Malformed(
    "dash for a comma", "3,1,0\n4,1-0\n", 2, 2, #"pixel "1-0" is not a finite decimal number"#),
  Malformed("text", "3,1\n4,grey\n", 2, 2, #"pixel "grey" is not a finite decimal number"#),
  Malformed("punctuation", "3,1,0\n4,1,/\n", 2, 3, #"pixel "/" is not a finite decimal number"#),
  Malformed(
    "control characters", "3,\u{1b}[2J\n", 1, 2,
    #"pixel "\u{1b}[2J" is not a finite decimal number"#),
  Malformed(
    "long text", "3,\(String(repeating: "z", count: 1000))\n", 1, 2,
    "pixel \"\(String(repeating: "z", count: 40))…\" (960 characters more) is not a finite decimal number"
  ),
  Malformed(
    "invalid UTF-8", Array("3,".utf8) + [0xFF, 0x0A], 1, 2,
    #"pixel "\xff" is not a finite decimal number"#),
  Malformed(
    "byte order mark further on", "3,1\n\u{feff}4,1\n", 2, 1,
    #"label "\u{feff}4" is not an integer from 0 to 9"#),
  Malformed(
    "old Macintosh", "3,1\r4,1\r", 1, 2,
    "carriage return without line feed; lines end in LF or CRLF"),
  Malformed(
    "carriage return in line 2", "3,1\n4,1\r", 2, 2,
    "carriage return without line feed; lines end in LF or CRLF"),
  Malformed(
    "carriage return at the end", "3,1\n\r", 2, 1,
    "carriage return without line feed; lines end in LF or CRLF"),
  Malformed("NUL", "3,1\n4,\0\n", 2, 2, "NUL byte; ASCII or UTF-8 text is expected"),
  Malformed(
    "UTF-16 without mark", "3\0,\u{0}1\0", 1, 1, "NUL byte; ASCII or UTF-8 text is expected"),
  Malformed("quoted", "3,\"1\"\n", 1, 2, "quotation mark; fields are plain numbers"),
  Malformed("semicolons", "3;1;0\n", 1, 1, #"";" between fields, where "," is expected"#),
  Malformed("a semicolon", "3,1\n4;1\n", 2, 1, #"";" between fields, where "," is expected"#),
]

@Test(arguments: labelled)
func malformedLettersAreRefused(file: Malformed) {
  #expect(throws: file.error(path: "letters.csv")) {
    try LetterCSV.parse(file.bytes, path: "letters.csv", as: .labelled)
  }
}

@Test(arguments: [
  Malformed(
    "too few", "1\n", 1, 2, "1 field, where a line needs 2 pixels, with or without a label"),
  Malformed(
    "too many", "1,0,1,0\n", 1, 4,
    "4 fields, where a line needs 2 pixels, with or without a label"),
  Malformed("label in line 2 only", "1,0\n5,1,0\n", 2, 1, #"pixel "5" is outside [0, 1]"#),
  Malformed("label 1 in line 2 only", "1,0\n1,1,0\n", 2, 3, "3 fields, where line 1 has 2"),
  Malformed("label in line 1 only", "5,1,0\n1,0\n", 2, 3, "2 fields, where line 1 has 3"),
  Malformed("bad label", "5.5,1,0\n", 1, 1, #"label "5.5" is not an integer from 0 to 9"#),
  Malformed("bad first pixel", "5,1\n", 1, 1, #"pixel "5" is outside [0, 1]"#),
  Malformed("empty", "", 1, 1, "the file has no lines"),
  Malformed("semicolons", "1;0\n", 1, 1, #"";" between fields, where "," is expected"#),
])
func malformedLettersOfKnownSizeAreRefused(file: Malformed) {
  #expect(throws: file.error(path: "-")) {
    try LetterCSV.parse(file.bytes, path: "-", as: .pixels(2))
  }
}

@Test(arguments: [
  Malformed(
    "pixels alone", "1,0\n", 1, 3,
    "2 fields, where a label and 2 pixels are expected: "
      + "the column of labels, before the pixels, seems to be missing"),
  Malformed("too few", "1\n", 1, 2, "1 field, where a label and 2 pixels are expected"),
  Malformed("too many", "1,0,1,0\n", 1, 4, "4 fields, where a label and 2 pixels are expected"),
])
func labelsAndPixelsOfKnownSizeAreExpected(file: Malformed) {
  #expect(throws: file.error(path: "-")) {
    try LetterCSV.parse(file.bytes, path: "-", as: .labelledPixels(2))
  }
}

/// Two classes are no mistake where the columns are not those of an image alone.
@Test(arguments: [126, 128, 784, 3]) func twoClassesAreALabelledSet(pixels: Int) throws {
  #expect(try parse("1\(zeros(pixels))\n").columns == pixels)
}

@Test(arguments: [0, -1, Int.max, Int.min])
func anyNumberOfPixelsMayBeAskedFor(count: Int) {
  #expect(throws: FileError.self) { try parse("1\n1\n", as: .pixels(count)) }
  #expect(throws: FileError.self) { try parse("1,0\n", as: .pixels(count)) }
}
