/// What files of lines have in common.
extension [UInt8] {
  /// Where the text starts: behind a UTF-8 byte order mark.
  public var startOfText: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The number of lines, to reserve memory for as much as they are: an array that grows as needed takes
  /// three times that on the way.
  var lineCount: Int { count { $0 == lineFeed } + 1 }

  /// Whether the byte is the carriage return of a CRLF.
  func isReturn(at index: Int) -> Bool {
    self[index] == carriageReturn && index + 1 < count && self[index + 1] == lineFeed
  }

  /// Where the line ends that start at `position` end, with the bytes that are blank among them.
  @inline(__always)
  func endOfBlankLines(from position: Int, isBlank: (UInt8) -> Bool = { _ in false }) -> Int {
    var end = position
    while end < count, isBlank(self[end]) || self[end] == lineFeed || isReturn(at: end) { end += 1 }
    return end
  }
}

let comma = UInt8(ascii: ",")
let tab = UInt8(ascii: "\t")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
