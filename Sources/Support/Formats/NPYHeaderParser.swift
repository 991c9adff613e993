/// Reads a dictionary such as `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`.
struct NPYHeaderParser {
  private var scanner: SyntaxScanner
  private var descriptor: String?
  private var isFortranOrder: Bool?
  private var shape: [Int]?

  init(_ bytes: [UInt8]) {
    scanner = SyntaxScanner(bytes)
  }

  mutating func parse() throws(SyntaxError) -> NPYHeader {
    scanner.skipSpace()
    try parseList("{", "}") { (parser: inout NPYHeaderParser) throws(SyntaxError) in
      try parser.parseEntry()
    }
    if scanner.next != nil { throw scanner.unexpected("the end") }
    guard let descriptor, let isFortranOrder, let shape else {
      throw scanner.error("one of descr, fortran_order and shape is missing")
    }
    return NPYHeader(descriptor: descriptor, isFortranOrder: isFortranOrder, shape: shape)
  }

  private mutating func parseEntry() throws(SyntaxError) {
    let start = scanner.position
    let key = try parseString("a key")
    scanner.skipSpace()
    try scanner.expect(":")
    scanner.skipSpace()
    switch key {
    case "descr" where descriptor == nil: descriptor = try parseString("a type such as '<f8'")
    case "fortran_order" where isFortranOrder == nil: isFortranOrder = try parseBoolean()
    case "shape" where shape == nil: shape = try parseShape()
    default: throw scanner.error("the key \(quoted(key)) is unknown or occurs twice", at: start)
    }
  }

  private mutating func parseString(_ name: String) throws(SyntaxError) -> String {
    let quote: Unicode.Scalar = scanner.next == UInt8(ascii: "\"") ? "\"" : "'"
    try scanner.expect(quote, name)
    let start = scanner.position
    // No key and no type that is read has a character that Python would escape.
    while let next = scanner.next, UInt32(next) != quote.value, next != UInt8(ascii: "\\") {
      scanner.position += 1
    }
    let content = scanner.bytes[start..<scanner.position]
    try scanner.expect(quote)
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func parseBoolean() throws(SyntaxError) -> Bool {
    if scanner.skip(word: "True") { return true }
    if scanner.skip(word: "False") { return false }
    throw scanner.unexpected("True or False")
  }

  private mutating func parseShape() throws(SyntaxError) -> [Int] {
    let start = scanner.position
    var shape: [Int] = []
    let hasTrailingComma = try parseList("(", ")") {
      (parser: inout NPYHeaderParser) throws(SyntaxError) in
      shape.append(try parser.parseLength())
    }
    // In Python `(3)` is the number 3, not a tuple.
    if shape.count == 1, !hasTrailingComma {
      throw scanner.error("a shape without its comma, as in (3,)", at: start)
    }
    return shape
  }

  private mutating func parseLength() throws(SyntaxError) -> Int {
    let start = scanner.position
    guard scanner.skipDigits() else { throw scanner.unexpected("the length of an axis") }
    let text = String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
    guard let length = Int(text) else {
      throw scanner.error("the length \(quoted(text)) is too large", at: start)
    }
    return length
  }

  /// Elements between commas, with spaces anywhere and perhaps a last comma, which is reported.
  @discardableResult
  private mutating func parseList(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    element: (inout NPYHeaderParser) throws(SyntaxError) -> Void
  ) throws(SyntaxError) -> Bool {
    try scanner.expect(opening)
    scanner.skipSpace()
    var endsInComma = false
    while !scanner.skip(closing) {
      try element(&self)
      scanner.skipSpace()
      endsInComma = scanner.skip(",")
      scanner.skipSpace()
      if !endsInComma, scanner.next.map(UInt32.init) != closing.value {
        throw scanner.unexpected("\",\" or \(quoted(String(closing)))")
      }
    }
    scanner.skipSpace()
    return endsInComma
  }
}
