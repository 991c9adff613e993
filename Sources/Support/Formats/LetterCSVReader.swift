/// Reads the letters of a file in one pass.
struct LetterCSVReader {
  private var cursor: CSVCursor
  private var pixels: [Double] = []
  private var labels: [Int] = []

  init(_ bytes: [UInt8], path: String) throws(FileError) {
    cursor = try CSVCursor(bytes, path: path)
  }

  mutating func read(_ layout: LetterCSV.Layout) throws(FileError) -> LetterCSV {
    let start = cursor.position
    let hasLabels = try hasLabels(layout)
    let columns = hasLabels ? cursor.fields - 1 : cursor.fields
    while try !cursor.isAtEnd() {
      if hasLabels { labels.append(try readLabel()) }
      if !cursor.readBits(into: &pixels) {
        for _ in 0..<columns { pixels.append(try readPixel()) }
      }
      if pixels.count == columns {
        // Letters take about as many bytes each.
        let rows = (cursor.bytes.count - start) / (cursor.position - start) + 1
        pixels.reserveCapacity(rows * columns)
      }
    }
    return LetterCSV(
      pixels: pixels, rows: cursor.line - 1, columns: columns, labels: hasLabels ? labels : nil)
  }

  private func hasLabels(_ layout: LetterCSV.Layout) throws(FileError) -> Bool {
    let found = counted(cursor.fields, "field")
    switch layout {
    case .labelled:
      guard cursor.fields > 1 else {
        throw cursor.error("\(found), where a label and its pixels are expected", column: 2)
      }
      return true
    case .pixels(let count):
      if cursor.fields == count { return false }
      if cursor.fields - 1 == count, count > 0 { return true }
      throw cursor.error(
        "\(found), where a line needs \(counted(count, "pixel")), with or without a label",
        column: cursor.fields < count ? cursor.fields + 1 : count + 2)
    }
  }

  private mutating func readLabel() throws(FileError) -> Int {
    if let digit = cursor.readDigit() { return digit }
    let end = cursor.endOfField()
    let content = cursor.content(upTo: end)
    guard let value = number(at: content), let label = Int(exactly: value), 0...9 ~= label else {
      throw cursor.error("label", at: content, "is not an integer from 0 to 9")
    }
    try cursor.advance(over: end)
    return label
  }

  private mutating func readPixel() throws(FileError) -> Double {
    let end = cursor.endOfField()
    let content = cursor.content(upTo: end)
    guard let value = number(at: content) else {
      throw cursor.error("pixel", at: content, "is not a finite decimal number")
    }
    guard 0...1 ~= value else { throw cursor.error("pixel", at: content, "is outside [0, 1]") }
    try cursor.advance(over: end)
    return value == 0 ? 0 : value
  }

  private func number(at range: Range<Int>) -> Double? {
    Double(decimal: cursor.bytes.span.extracting(range))
  }
}
