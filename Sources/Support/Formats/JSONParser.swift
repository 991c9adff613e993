extension JSON {
  /// Reads a text that is one JSON value: UTF-8, no name twice in an object, at most 128 levels
  /// deep, numbers finite.
  public static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> JSON {
    var scanner = SyntaxScanner(bytes)
    let value = try scanner.parseValue()
    try scanner.expectEnd()
    return value
  }
}

extension JSON: FileContents {
  /// Reads a file that is one JSON value; `path` is its name in errors.
  /// - Throws: `.data` if it is none.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    do throws(SyntaxError) {
      self = try JSON.parse(bytes)
    } catch {
      throw FileError(.data, path: path, "\(error.message) at byte \(error.offset)")
    }
  }
}

extension SyntaxScanner {
  /// A value and the white space around it.
  fileprivate mutating func parseValue() throws(SyntaxError) -> JSON {
    skipSpace()
    defer { skipSpace() }
    switch next {
    case UInt8(ascii: "{"): return .object(try parseMembers())
    case UInt8(ascii: "["): return .array(try parseValues())
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try parseNumber()
    default: break
    }
    if skip(word: "null") { return .null }
    if skip(word: "true") { return .bool(true) }
    if skip(word: "false") { return .bool(false) }
    throw unexpected("a value")
  }

  private mutating func parseMembers() throws(SyntaxError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    // Strings are equal when they only look the same, so names are compared by their bytes.
    var names: Set<[UInt8]> = []
    try parseList("{", "}") { (scanner: inout SyntaxScanner) throws(SyntaxError) in
      let start = scanner.position
      let name = try scanner.parseString()
      guard names.insert(Array(name.utf8)).inserted else {
        throw scanner.error("the name \(quoted(name)) occurs twice", at: start)
      }
      scanner.skipSpace()
      try scanner.expect(":")
      members.append(JSON.Member(name, try scanner.parseValue()))
    }
    return members
  }

  private mutating func parseValues() throws(SyntaxError) -> [JSON] {
    var values: [JSON] = []
    try parseList("[", "]") { (scanner: inout SyntaxScanner) throws(SyntaxError) in
      values.append(try scanner.parseValue())
    }
    return values
  }

  private mutating func parseNumber() throws(SyntaxError) -> JSON {
    let start = position
    _ = skip("-")
    // No digit may follow a leading zero.
    if !skip("0") { try expectDigits() }
    let end = position
    if skip(".") { try expectDigits() }
    if skip("e") || skip("E") {
      if !skip("-") { _ = skip("+") }
      try expectDigits()
    }
    let text = text(from: start)
    if position == end, let value = Int(text), text != "-0" { return .integer(value) }
    guard let value = Double(decimal: bytes.span.extracting(start..<position)) else {
      throw error("the number \(quoted(text)) is too large", at: start)
    }
    return .number(value)
  }

  private mutating func expectDigits() throws(SyntaxError) {
    if !skipDigits() { throw unexpected("a digit") }
  }

  private mutating func parseString() throws(SyntaxError) -> String {
    let start = position
    try expect("\"", "a string")
    var content: [UInt8] = []
    while !skip("\"") {
      if skip("\\") {
        content += try parseEscape().utf8
      } else if let byte = next, byte >= 0x20 {
        content.append(byte)
        position += 1
      } else {
        throw unexpected("the rest of a string")
      }
    }
    guard let string = String(validating: content, as: UTF8.self) else {
      throw error("the string is not valid UTF-8", at: start)
    }
    return string
  }

  /// What stands after a backslash.
  private mutating func parseEscape() throws(SyntaxError) -> String {
    for (letter, character) in escapes where skip(letter) { return character }
    try expect("u", "an escape sequence")
    let start = position
    var units = [try parseCodeUnit()]
    if UTF16.isLeadSurrogate(units[0]), skip("\\") {
      try expect("u")
      units.append(try parseCodeUnit())
    }
    guard let character = String(validating: units, as: UTF16.self) else {
      throw error("half of a surrogate pair", at: start)
    }
    return character
  }

  private mutating func parseCodeUnit() throws(SyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap(hexadecimalDigit) else {
        throw unexpected("a hexadecimal digit")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}

/// The letters after a backslash and what they stand for.
private let escapes: [(letter: Unicode.Scalar, character: String)] = [
  ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{c}"), ("n", "\n"),
  ("r", "\r"), ("t", "\t"),
]
