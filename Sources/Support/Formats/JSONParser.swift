extension JSON {
  /// Reads a text that is one JSON value: UTF-8, no name twice in an object, at most 128 levels
  /// deep, numbers finite.
  public static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> JSON {
    var parser = JSONParser(
      scanner: SyntaxScanner(bytes), sizes: try JSONSizes(bytes).elements)
    let value = try parser.value()
    try parser.scanner.expectEnd()
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

/// Goes over a text, which is counted before: lists take the memory that they need, and no more.
private struct JSONParser {
  var scanner: SyntaxScanner
  /// The numbers of elements of all lists and objects, in the order of their first brackets.
  let sizes: [UInt32]
  private var opened = 0

  init(scanner: SyntaxScanner, sizes: [UInt32]) { (self.scanner, self.sizes) = (scanner, sizes) }

  /// A value and the white space around it.
  mutating func value() throws(SyntaxError) -> JSON {
    scanner.skipSpace()
    defer { scanner.skipSpace() }
    switch scanner.next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try values())
    case UInt8(ascii: "\""): return .string(try scanner.parseString())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return try scanner.parseNumber()
    default: break
    }
    if scanner.skip(word: "null") { return .null }
    if scanner.skip(word: "true") { return .bool(true) }
    if scanner.skip(word: "false") { return .bool(false) }
    throw scanner.unexpected("a value")
  }

  private mutating func nextSize() -> Int {
    defer { opened += 1 }
    return opened < sizes.count ? Int(sizes[opened]) : 0
  }

  private mutating func members() throws(SyntaxError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    members.reserveCapacity(nextSize())
    var names = Names()
    var list = try scanner.enterList("{", "}")
    while try scanner.hasElement(&list) {
      let start = scanner.position
      let name = try scanner.parseString()
      guard names.insert(name, besides: members) else {
        throw scanner.error("the name \(quoted(name)) occurs twice", at: start)
      }
      scanner.skipSpace()
      try scanner.expect(":")
      members.append(JSON.Member(name, try value()))
    }
    return members
  }

  private mutating func values() throws(SyntaxError) -> [JSON] {
    var values: [JSON] = []
    values.reserveCapacity(nextSize())
    var list = try scanner.enterList("[", "]")
    while try scanner.hasElement(&list) { values.append(try value()) }
    return values
  }
}

/// The names of an object, to find one that occurs twice. Strings are equal when they only look the
/// same, so names are compared by their bytes.
private struct Names {
  private struct Name: Hashable {
    let text: String

    static func == (first: Name, second: Name) -> Bool {
      first.text.utf8.elementsEqual(second.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: .init($0)) }
    }
  }

  private var names: Set<Name> = []

  /// - Returns: whether none of the members has it. They are looked through as long as they are few.
  mutating func insert(_ name: String, besides members: [JSON.Member]) -> Bool {
    let few = 8
    if members.count < few {
      return !members.contains { $0.name.utf8.elementsEqual(name.utf8) }
    }
    if members.count == few { names = Set(members.map { Name(text: $0.name) }) }
    return names.insert(Name(text: name)).inserted
  }
}

extension SyntaxScanner {
  fileprivate mutating func parseNumber() throws(SyntaxError) -> JSON {
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

  fileprivate mutating func parseString() throws(SyntaxError) -> String {
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
