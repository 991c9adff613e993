/// How many elements the lists and objects of a text have, counted before any is made. Of a text that is
/// no JSON it is only a guess.
struct JSONSizes {
  /// Of all lists and objects, in the order of their first brackets.
  private(set) var elements: [UInt32] = []
  /// About how much memory the values take.
  private var bytes = 0

  /// - Throws: where the values would take far more memory than the text, as lists of a single digit in
  ///   a list do.
  init(_ text: [UInt8]) throws(SyntaxError) {
    var scan = Scan()
    for byte in text where scan.isOutsideStrings(byte) {
      count(byte, &scan)
      // Nothing so deep is read.
      if scan.open.count > 128 { break }
    }
    guard bytes <= 11 * text.count + 1 << 22 else {
      throw SyntaxError(
        offset: 0, message: "\(elements.count) lists and objects, too many in \(text.count) bytes")
    }
  }

  /// Where in the text the count is.
  private struct Scan {
    private var isInString = false
    private var isEscaped = false
    /// The lists and objects around the place: their numbers, and whether they are objects.
    var open: [(number: Int, isObject: Bool)] = []
    /// Whether the last list that was opened has nothing in it yet.
    var isEmpty = true

    mutating func isOutsideStrings(_ byte: UInt8) -> Bool {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        return false
      }
      isInString = byte == UInt8(ascii: "\"")
      return true
    }
  }

  private mutating func count(_ byte: UInt8, _ scan: inout Scan) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      add(&scan)
      scan.open.append((elements.count, byte == UInt8(ascii: "{")))
      elements.append(0)
      scan.isEmpty = true
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      _ = scan.open.popLast()
      scan.isEmpty = false
    case UInt8(ascii: ","): scan.isEmpty = true
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): break
    default: add(&scan)
    }
  }

  /// One element more, where it has not been counted: `scan` is at its first byte.
  private mutating func add(_ scan: inout Scan) {
    guard scan.isEmpty, let list = scan.open.last else { return }
    scan.isEmpty = false
    // An array has 32 bytes before its elements, and malloc 16. Of many names there is a set.
    if elements[list.number] == 0 { bytes += 48 }
    elements[list.number] += 1
    bytes += list.isObject ? (elements[list.number] > 8 ? 72 : 32) : 16
  }
}
