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
    try expect([.text, .numbers, .json], "a title and its label a line", in: bytes, path: path)
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
    let (content, next) = try currentLine()
    guard let tab = bytes[content].firstIndex(of: tab) else {
      throw error(at: content.upperBound, "no tab and label after \(quoted(bytes[content]))")
    }
    let title = try decoded(position..<tab)
    let label = try text(tab + 1..<content.upperBound, "label").asSeen
    if label.isEmpty { throw error(at: tab + 1, "the label is empty") }
    let labelColumn = tab + 2 - position
    advance(to: next)
    return (title, label, labelColumn)
  }

  /// The title of the current line as ``TitleTSV/title(typed:)`` has it, and the label if one is
  /// behind it; goes to the next.
  mutating func readTitle() throws(FileError) -> (title: String, label: String?) {
    let (content, next) = try currentLine()
    let end = bytes[content].firstIndex(of: tab) ?? content.upperBound
    let title = TitleTSV.title(typed: try text(position..<end, "title"))
    if title.isEmpty { throw error(at: position, "the title is empty") }
    let label = try text(min(end + 1, content.upperBound)..<content.upperBound, "label").asSeen
    advance(to: next)
    return (title, label.isEmpty ? nil : label)
  }

  /// Where the current line and the next one are.
  private func currentLine() throws(FileError) -> (content: Range<Int>, next: Int) {
    let next = bytes[position...].firstIndex(of: lineFeed) ?? bytes.count
    let end = next > position && bytes.isReturn(at: next - 1) ? next - 1 : next
    try expectNoControls(position..<end)
    return (position..<end, min(next + 1, bytes.count))
  }

  private mutating func advance(to next: Int) {
    position = next
    line += 1
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
    do throws(SyntaxError) {
      let title = try TitleText.decoded(bytes[range])
      if title.isEmpty { throw SyntaxError(offset: 0, message: "the title is empty") }
      return title
    } catch {
      throw self.error(at: range.lowerBound + error.offset, error.message)
    }
  }

  private func text(_ range: Range<Int>, _ name: String) throws(FileError) -> String {
    if let string = String(validating: bytes[range], as: UTF8.self) { return string }
    throw error(at: range.lowerBound, "the \(name) \(quoted(bytes[range])) is not UTF-8")
  }

  private func error(at index: Int, _ message: String) -> FileError {
    FileError(.data, path: path, line: line, column: index - position + 1, message)
  }
}
