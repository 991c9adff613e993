/// Walks over the lines of a ``TitleTSV`` and knows where it is.
struct TitleTSVReader {
  private let bytes: [UInt8]
  private let path: String
  /// Where the current line starts.
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8], path: String) throws(FileError) {
    self.bytes = bytes
    self.path = path
    position = bytes.startOfText
    if try isAtEnd() { throw error(at: position, "the file has no lines") }
  }

  /// Whether there are no more lines. Blank ones are accepted only here, at the end.
  func isAtEnd() throws(FileError) -> Bool {
    let end = bytes.endOfBlankLines(from: position)
    if end > position, end < bytes.count { throw error(at: position, "blank line") }
    return end == bytes.count
  }

  /// The title and the label of the current line; goes to the next.
  mutating func readLine() throws(FileError) -> (title: String, label: String, labelColumn: Int) {
    let next = bytes[position...].firstIndex(of: lineFeed) ?? bytes.count
    let end = next > position && bytes.isReturn(at: next - 1) ? next - 1 : next
    let content = position..<end
    try expectNoControls(content)
    guard let tab = bytes[content].firstIndex(of: tab) else {
      throw error(at: end, "no tab and label after \(quoted(bytes[content]))")
    }
    let title = try decoded(position..<tab)
    let label = try text(bytes[tab + 1..<end], from: tab + 1, "label")
    let labelColumn = tab + 2 - position
    position = min(next + 1, bytes.count)
    line += 1
    return (title, label, labelColumn)
  }

  /// One tab is between the two; nothing else of the kind is anywhere.
  private func expectNoControls(_ content: Range<Int>) throws(FileError) {
    var tabs = 0
    for index in content where bytes[index] < 0x20 || bytes[index] == 0x7F {
      guard bytes[index] == tab else {
        throw error(at: index, "control character \(quoted([bytes[index]]))")
      }
      tabs += 1
      if tabs > 1 { throw error(at: index, "a second tab, where the line should end") }
    }
  }

  private func decoded(_ range: Range<Int>) throws(FileError) -> String {
    var title: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "_"): title.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        title.append(try encodedByte(at: index, before: range.upperBound))
        index += 2
      case let byte: title.append(byte)
      }
      index += 1
    }
    return try text(title[...], from: range.lowerBound, "title")
  }

  private func encodedByte(at index: Int, before end: Int) throws(FileError) -> UInt8 {
    let code = bytes[index..<min(index + 3, end)]
    guard code.count == 3, let high = hexadecimalDigit(code[index + 1]),
      let low = hexadecimalDigit(code[index + 2])
    else {
      throw error(at: index, "\(quoted(code)), where % and two hexadecimal digits are expected")
    }
    return high << 4 | low
  }

  private func text(
    _ text: ArraySlice<UInt8>, from start: Int, _ name: String
  ) throws(FileError) -> String {
    if text.isEmpty { throw error(at: start, "the \(name) is empty") }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error(at: start, "the \(name) \(quoted(text)) is not UTF-8")
    }
    return string
  }

  private func error(at index: Int, _ message: String) -> FileError {
    FileError(.data, path: path, line: line, column: index - position + 1, message)
  }
}
