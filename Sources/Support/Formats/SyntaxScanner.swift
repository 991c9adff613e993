/// Why a text does not follow its grammar.
public struct SyntaxError: Error, Sendable, Equatable {
  /// The number of bytes before the place.
  public let offset: Int
  /// What is wrong there.
  public let message: String
}

/// Goes over a text character by character.
struct SyntaxScanner {
  let bytes: [UInt8]
  var position = 0
  /// The number of lists around the next character.
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next byte; nil at the end.
  var next: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  /// Goes over `character` if it is the next one.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// Goes over `word` if it is next.
  mutating func skip(word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// Goes over spaces, tabs and line ends.
  mutating func skipSpace() {
    while skip(" ") || skip("\n") || skip("\r") || skip("\t") {}
  }

  /// Goes over a run of digits and returns whether there was one.
  mutating func skipDigits() -> Bool {
    let start = position
    while let next, next &- UInt8(ascii: "0") <= 9 { position += 1 }
    return position > start
  }

  /// What was gone over from `start` on.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Goes over `character`, which must be the next one; `name` is what errors call it.
  mutating func expect(_ character: Unicode.Scalar, _ name: String? = nil) throws(SyntaxError) {
    if !skip(character) { throw unexpected(name ?? quoted(String(character))) }
  }

  /// Makes sure that there is nothing more.
  func expectEnd() throws(SyntaxError) {
    if next != nil { throw unexpected("the end") }
  }

  /// Goes over a list: brackets, at most 128 levels of them, around elements with commas between
  /// them, and with space anywhere.
  /// - Returns: whether the last element has a comma behind it too, if that is allowed.
  @discardableResult
  mutating func parseList(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, mayEndInComma: Bool = false,
    element: (inout SyntaxScanner) throws(SyntaxError) -> Void
  ) throws(SyntaxError) -> Bool {
    guard depth < 128 else { throw error("more than 128 levels of brackets") }
    depth += 1
    defer { depth -= 1 }
    try expect(opening)
    skipSpace()
    var endsInComma = false
    while endsInComma && !mayEndInComma || !skip(closing) {
      try element(&self)
      skipSpace()
      endsInComma = skip(",")
      skipSpace()
      if !endsInComma, next.map(UInt32.init) != closing.value {
        throw unexpected("\",\" or \(quoted(String(closing)))")
      }
    }
    skipSpace()
    return endsInComma
  }

  /// The error that something else than `expected` is next.
  func unexpected(_ expected: String) -> SyntaxError {
    let found = next.map { quoted([$0]) } ?? "the end"
    return error("\(found), where \(expected) is expected")
  }

  /// An error at `offset`, or at the next character.
  func error(_ message: String, at offset: Int? = nil) -> SyntaxError {
    SyntaxError(offset: offset ?? position, message: message)
  }
}
