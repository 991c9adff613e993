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

  /// A list that is gone over.
  struct List {
    fileprivate let closing: Unicode.Scalar
    fileprivate let mayEndInComma: Bool
    fileprivate var isFirst = true
    /// Whether the last element has a comma behind it.
    fileprivate(set) var endsInComma = false
  }

  /// Goes into a list: brackets, at most 128 levels of them, around elements with commas between them,
  /// and with space anywhere. The last element may have a comma behind it too, if that is allowed.
  mutating func enterList(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, mayEndInComma: Bool = false
  ) throws(SyntaxError) -> List {
    guard depth < 128 else { throw error("more than 128 levels of brackets") }
    depth += 1
    try expect(opening)
    skipSpace()
    return List(closing: closing, mayEndInComma: mayEndInComma)
  }

  /// Whether an element is next, to be gone over by the caller; else goes out of the list.
  mutating func hasElement(_ list: inout List) throws(SyntaxError) -> Bool {
    if !list.isFirst {
      skipSpace()
      list.endsInComma = skip(",")
      skipSpace()
      if !list.endsInComma, next.map(UInt32.init) != list.closing.value {
        throw unexpected("\",\" or \(quoted(String(list.closing)))")
      }
    }
    list.isFirst = false
    if list.endsInComma && !list.mayEndInComma || !skip(list.closing) { return true }
    depth -= 1
    skipSpace()
    return false
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
