extension NPYHeader {
  /// Reads a dictionary such as `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`, as
  /// NumPy does: versions 1 and 2 may be of Python 2, where lengths may end in `L`.
  init(parsing bytes: [UInt8], version: Int) throws(SyntaxError) {
    var (descriptor, isFortranOrder, shape): (String?, Bool?, [Int]?)
    var scanner = SyntaxScanner(bytes)
    scanner.skipSpace()
    var list = try scanner.enterList("{", "}", mayEndInComma: true)
    while try scanner.hasElement(&list) {
      let start = scanner.position
      let key = try scanner.parseString("a key")
      scanner.skipSpace()
      try scanner.expect(":")
      scanner.skipSpace()
      switch key {
      case "descr" where descriptor == nil:
        descriptor = try scanner.parseString("a type such as '<f8'")
      case "fortran_order" where isFortranOrder == nil:
        isFortranOrder = try scanner.parseBoolean()
      case "shape" where shape == nil: shape = try scanner.parseShape(mayBeLong: version < 3)
      default: throw scanner.error("the key \(quoted(key)) is unknown or occurs twice", at: start)
      }
    }
    try scanner.expectEnd()
    if let place = bytes.indentation(version) {
      throw scanner.error("spaces that indent a line", at: place)
    }
    guard let descriptor, let isFortranOrder, let shape else {
      throw scanner.error("one of descr, fortran_order and shape is missing")
    }
    self.init(descriptor: descriptor, isFortranOrder: isFortranOrder, shape: shape)
  }
}

extension [UInt8] {
  /// Where spaces begin a line before or behind the brackets, if they do: to Python that is an
  /// indentation. In versions 1 and 2 NumPy minds those at the end only behind a carriage return.
  fileprivate func indentation(_ version: Int) -> Int? {
    func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
    let start = firstIndex(of: UInt8(ascii: "{")) ?? count
    if let line = self[..<start].lastIndex(where: isLineEnd), line + 1 < start { return line + 1 }
    let end = (lastIndex(of: UInt8(ascii: "}")) ?? 0) + 1
    guard let line = self[Swift.min(end, count)...].lastIndex(where: isLineEnd), line + 1 < count,
      version == 3 || self[line] == carriageReturn
    else { return nil }
    return line + 1
  }
}

extension SyntaxScanner {
  fileprivate mutating func parseString(_ name: String) throws(SyntaxError) -> String {
    let quote: Unicode.Scalar = next == UInt8(ascii: "\"") ? "\"" : "'"
    try expect(quote, name)
    let start = position
    // No key and no type that is read has a character that Python would escape.
    while let next, UInt32(next) != quote.value, next != UInt8(ascii: "\\") { position += 1 }
    let content = text(from: start)
    try expect(quote)
    return content
  }

  fileprivate mutating func parseBoolean() throws(SyntaxError) -> Bool {
    if skip(word: "True") { return true }
    if skip(word: "False") { return false }
    throw unexpected("True or False")
  }

  fileprivate mutating func parseShape(mayBeLong: Bool) throws(SyntaxError) -> [Int] {
    let start = position
    var shape: [Int] = []
    var list = try enterList("(", ")", mayEndInComma: true)
    while try hasElement(&list) { shape.append(try parseLength(mayBeLong)) }
    // In Python `(3)` is the number 3, not a tuple.
    if shape.count == 1, !list.endsInComma {
      throw error("a shape without its comma, as in (3,)", at: start)
    }
    return shape
  }

  private mutating func parseLength(_ mayBeLong: Bool) throws(SyntaxError) -> Int {
    let start = position
    guard skipDigits() else { throw unexpected("the length of an axis") }
    let text = text(from: start)
    guard let length = Int(text) else {
      throw error("the length \(quoted(text)) is too large", at: start)
    }
    // Python takes no number for octal.
    if length > 0, text.utf8.first == UInt8(ascii: "0") {
      throw error("the length \(quoted(text)) begins with 0", at: start)
    }
    if mayBeLong {
      skipSpace()
      _ = skip("L")
    }
    return length
  }
}
