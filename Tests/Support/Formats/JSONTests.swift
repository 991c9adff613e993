import Testing

@testable import Formats

@Test(
  arguments: [
    ("null", .null),
    ("true", .bool(true)),
    (" \t\r\nfalse ", .bool(false)),
    ("0", .integer(0)),
    ("-12", .integer(-12)),
    ("9223372036854775807", .integer(.max)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)),
    ("1.0", .number(1)),
    ("-0.5e+1", .number(-5)),
    ("1E-2", .number(0.01)),
    ("\"\"", .string("")),
    (#""a\"\\\/\b\f\n\r\tb""#, .string("a\"\\/\u{8}\u{c}\n\r\tb")),
    (#""\u00e9\ud83d\ude42é🙂""#, .string("é🙂é🙂")),
    ("[]", .array([])),
    ("[ 1 , [ ] , \"x\" ]", .array([.integer(1), .array([]), .string("x")])),
    ("{ }", .object([])),
    (
      #"{ "b" : 1 , "a" : { } }"#,
      .object([JSON.Member("b", .integer(1)), JSON.Member("a", .object([]))])
    ),
    // Composed and decomposed é look the same and are two names.
    (
      "{\"\u{e9}\":1,\"e\u{301}\":2}",
      .object([JSON.Member("\u{e9}", .integer(1)), JSON.Member("e\u{301}", .integer(2))])
    ),
    (
      String(repeating: "[", count: 128) + String(repeating: "]", count: 128),
      (1..<128).reduce(JSON.array([])) { value, _ in .array([value]) }
    ),
    // Depth is not length.
    (
      "[" + String(repeating: "[],", count: 200) + "{}]",
      .array([JSON](repeating: .array([]), count: 200) + [.object([])])
    ),
  ] as [(String, JSON)])
func jsonIsRead(text: String, expected: JSON) throws {
  #expect(try JSON.parse(Array(text.utf8)) == expected)
}

@Test func negativeZeroKeepsItsSign() throws {
  guard case .number(let value) = try JSON.parse(Array("-0".utf8)) else {
    Issue.record("-0 is not a floating-point number")
    return
  }
  #expect(value.bitPattern == (-0.0).bitPattern)
}

/// RFC 8259's grammar, its limits and its duplicates.
@Test(arguments: [
  ("", 0, "the end, where a value is expected"),
  (" x", 1, #""x", where a value is expected"#),
  ("nul", 0, #""n", where a value is expected"#),
  ("1 2", 2, #""2", where the end is expected"#),
  ("01", 1, #""1", where the end is expected"#),
  ("-", 1, "the end, where a digit is expected"),
  ("+1", 0, #""+", where a value is expected"#),
  (".5", 0, #"".", where a value is expected"#),
  ("1.", 2, "the end, where a digit is expected"),
  ("1e+", 3, "the end, where a digit is expected"),
  ("[1e400]", 1, #"the number "1e400" is too large"#),
  ("NaN", 0, #""N", where a value is expected"#),
  ("[1,]", 3, #""]", where a value is expected"#),
  ("[1 2]", 3, #""2", where "," or "]" is expected"#),
  ("[1", 2, #"the end, where "," or "]" is expected"#),
  ("[1}", 2, #""}", where "," or "]" is expected"#),
  (#"{"a":1,}"#, 7, #""}", where a string is expected"#),
  (#"{"a" 1}"#, 5, #""1", where ":" is expected"#),
  ("{a:1}", 1, #""a", where a string is expected"#),
  (#"{"a":1,"b":2,"a":3}"#, 13, #"the name "a" occurs twice"#),
  (#"{"a":1,"\u0061":3}"#, 7, #"the name "a" occurs twice"#),
  ("\"a", 2, "the end, where the rest of a string is expected"),
  ("\"a\nb\"", 2, #""\n", where the rest of a string is expected"#),
  (#""\x""#, 2, #""x", where an escape sequence is expected"#),
  (#""\u12g4""#, 5, #""g", where a hexadecimal digit is expected"#),
  (#""\ud800""#, 3, "half of a surrogate pair"),
  (#""\udc00""#, 3, "half of a surrogate pair"),
  (#""\ud800\u0041""#, 3, "half of a surrogate pair"),
  (#""\ud800\n""#, 8, #""n", where "u" is expected"#),
  (String(repeating: "[", count: 129), 128, "more than 128 levels of brackets"),
  (String(repeating: #"{"a":"#, count: 100_000), 640, "more than 128 levels of brackets"),
])
func malformedJSONIsRefused(text: String, offset: Int, message: String) {
  #expect(throws: SyntaxError(offset: offset, message: message)) {
    try JSON.parse(Array(text.utf8))
  }
}

@Test(
  arguments: [[0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22]]
    as [[UInt8]])
func invalidUTF8IsRefused(bytes: [UInt8]) {
  #expect(throws: SyntaxError(offset: 0, message: "the string is not valid UTF-8")) {
    try JSON.parse(bytes)
  }
}

/// What Python's `json` module wrote, in which most characters are escaped.
@Test func textOfPythonIsRead() throws {
  let scalars = (0..<0x800).compactMap { Unicode.Scalar($0 as Int) }
  let expected = String(String.UnicodeScalarView(scalars)) + "\u{2028}\u{feff}\u{ffff}🙂"
  let json = try JSON.parse(readFile(fixture("escaped.json")))
  #expect(json == .string(expected))
  #expect(try JSON.parse(Array(json.text.utf8)) == json)
}

@Test(
  arguments: [
    (.null, "null"),
    (.bool(true), "true"),
    (.integer(-3), "-3"),
    (.number(0.1), "0.1"),
    (.number(1), "1.0"),
    (.number(1e-300), "1e-300"),
    (.number(1e22), "1e+22"),
    (.number(.nan), "null"),
    (.number(-.infinity), "null"),
    (.string("a\"\\/\n\r\t\u{8}\u{c}\u{1}\u{7f}é🙂"), #""a\"\\/\n\r\t\b\f\u0001"# + "\u{7f}é🙂\""),
    (.array([]), "[]"),
    (.array([.integer(1), .array([.null])]), "[1,[null]]"),
    (
      .object([JSON.Member("b", .integer(1)), JSON.Member("a\n", .object([]))]),
      #"{"b":1,"a\n":{}}"#
    ),
  ] as [(JSON, String)])
func jsonIsWritten(json: JSON, expected: String) {
  #expect(json.text == expected)
}

/// A list takes 64 bytes of memory and more, so many of a digit take far more than the text.
@Test func textsThatTakeFarMoreMemoryThanTheirBytesAreRefused() {
  let lists = "[" + Array(repeating: "[1]", count: 1_000_000).joined(separator: ",") + "]"
  let error = SyntaxError(
    offset: 0, message: "1000001 lists and objects, too many in 4000001 bytes")
  #expect(throws: error) {
    try JSON.parse(Array(lists.utf8))
  }
}

@Test func listsOfAnyKindAreCountedRight() throws {
  let text = #"[{"a,[":[1,"]}",{}],"b\\":{"c\"":[[],[ ]]}}, [ ], "x" ,-1]"#
  #expect(try JSONSizes(Array(text.utf8)).elements == [4, 2, 3, 0, 1, 2, 0, 0, 0])
  #expect(try JSON.parse(Array(text.utf8)).text == text.replacing(" ", with: ""))
}

@Test func namesOfLargeObjectsAreComparedToo() throws {
  let names = (0..<100).map { "\"\($0)\":\($0)" }
  for twice in [0, 7, 8, 99] {
    #expect(throws: SyntaxError.self) {
      try JSON.parse(Array("{\((names + [names[twice]]).joined(separator: ","))}".utf8))
    }
  }
  // They look the same.
  let accents = names + ["\"\u{e9}\":1", "\"e\u{301}\":2"]
  #expect(try JSON.parse(Array("{\(accents.joined(separator: ","))}".utf8)).members?.count == 102)
}

@Test func quotedValuesAreShort() {
  #expect(JSON.null.quotedText == #""null""#)
  #expect(JSON.array([]).quotedText == #""[]""#)
  let long = JSON.string(String(repeating: "x", count: 1000))
  let many = JSON.array([JSON](repeating: long, count: 1000))
  #expect(many.quotedText.count < 100 && many.quotedText.hasSuffix("…\" (1000 values)"))
  #expect(long.quotedText.hasSuffix("characters more)"))
}
