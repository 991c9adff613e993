extension JSON {
  /// Reads a text that is one JSON value: UTF-8, no name twice in an object, at most 128 levels
  /// deep, numbers finite.
  public static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> JSON {
    var parser = JSONParser(scanner: SyntaxScanner(bytes))
    let value = try parser.parseValue()
    if parser.scanner.next != nil { throw parser.scanner.unexpected("the end") }
    return value
  }
}

private struct JSONParser {
  var scanner: SyntaxScanner
  private var depth = 0

  init(scanner: SyntaxScanner) {
    self.scanner = scanner
  }

  /// A value and the white space around it.
  mutating func parseValue() throws(SyntaxError) -> JSON {
    scanner.skipSpace()
    defer { scanner.skipSpace() }
    switch scanner.next {
    case UInt8(ascii: "{"): return .object(try parseObject())
    case UInt8(ascii: "["): return .array(try parseArray())
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try parseNumber()
    default: break
    }
    if scanner.skip(word: "null") { return .null }
    if scanner.skip(word: "true") { return .bool(true) }
    if scanner.skip(word: "false") { return .bool(false) }
    throw scanner.unexpected("a value")
  }

  private mutating func parseObject() throws(SyntaxError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    // Strings are equal when they only look the same, so names are compared by their bytes.
    var names: Set<[UInt8]> = []
    try parseList(closing: "}") { (parser: inout JSONParser) throws(SyntaxError) in
      let start = parser.scanner.position
      let name = try parser.parseString()
      guard names.insert(Array(name.utf8)).inserted else {
        throw parser.scanner.error("the name \(quoted(name)) occurs twice", at: start)
      }
      parser.scanner.skipSpace()
      try parser.scanner.expect(":")
      members.append(JSON.Member(name, try parser.parseValue()))
    }
    return members
  }

  private mutating func parseArray() throws(SyntaxError) -> [JSON] {
    var values: [JSON] = []
    try parseList(closing: "]") { (parser: inout JSONParser) throws(SyntaxError) in
      values.append(try parser.parseValue())
    }
    return values
  }

  /// An opening bracket, elements between commas, and the closing bracket.
  private mutating func parseList(
    closing: Unicode.Scalar, element: (inout JSONParser) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    guard depth < 128 else { throw scanner.error("more than 128 levels of brackets") }
    depth += 1
    defer { depth -= 1 }
    scanner.position += 1
    scanner.skipSpace()
    if scanner.skip(closing) { return }
    repeat {
      scanner.skipSpace()
      try element(&self)
    } while scanner.skip(",")
    try scanner.expect(closing, "\",\" or \(quoted(String(closing)))")
  }

  private mutating func parseNumber() throws(SyntaxError) -> JSON {
    let start = scanner.position
    _ = scanner.skip("-")
    // No digit may follow a leading zero.
    if !scanner.skip("0"), !scanner.skipDigits() { throw scanner.unexpected("a digit") }
    let end = scanner.position
    if scanner.skip("."), !scanner.skipDigits() { throw scanner.unexpected("a digit") }
    if scanner.skip("e") || scanner.skip("E") {
      if !scanner.skip("-") { _ = scanner.skip("+") }
      if !scanner.skipDigits() { throw scanner.unexpected("a digit") }
    }
    let text = String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
    if scanner.position == end, let value = Int(text), text != "-0" { return .integer(value) }
    guard let value = Double(decimal: scanner.bytes.span.extracting(start..<scanner.position))
    else { throw scanner.error("the number \(quoted(text)) is too large", at: start) }
    return .number(value)
  }
}

/// Strings.
extension JSONParser {
  private mutating func parseString() throws(SyntaxError) -> String {
    let start = scanner.position
    try scanner.expect("\"", "a string")
    var content: [UInt8] = []
    while !scanner.skip("\"") {
      if scanner.skip("\\") {
        content += try parseEscape().utf8
      } else if let byte = scanner.next, byte >= 0x20 {
        content.append(byte)
        scanner.position += 1
      } else {
        throw scanner.unexpected("the rest of a string")
      }
    }
    guard let string = String(validating: content, as: UTF8.self) else {
      throw scanner.error("the string is not valid UTF-8", at: start)
    }
    return string
  }

  /// What stands after a backslash.
  private mutating func parseEscape() throws(SyntaxError) -> String {
    for (letter, character) in escapes where scanner.skip(letter) { return character }
    try scanner.expect("u", "an escape sequence")
    let start = scanner.position
    var units = [try parseCodeUnit()]
    if UTF16.isLeadSurrogate(units[0]), scanner.skip("\\") {
      try scanner.expect("u")
      units.append(try parseCodeUnit())
    }
    guard let character = String(validating: units, as: UTF16.self) else {
      throw scanner.error("half of a surrogate pair", at: start)
    }
    return character
  }

  /// Four hexadecimal digits.
  private mutating func parseCodeUnit() throws(SyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = scanner.next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue })
      else { throw scanner.unexpected("a hexadecimal digit") }
      unit = unit << 4 | UInt16(digit)
      scanner.position += 1
    }
    return unit
  }
}

/// The letters after a backslash and what they stand for.
private let escapes: [(letter: Unicode.Scalar, character: String)] = [
  ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{c}"), ("n", "\n"),
  ("r", "\r"), ("t", "\t"),
]
