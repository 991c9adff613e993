/// Walks over the fields of comma-separated numbers without allocating, and knows where it is.
///
/// Every line has as many fields as the first. The column of an error is the number of a field.
struct CSVCursor {
  let bytes: [UInt8]
  let path: String
  /// Where the current field starts.
  private(set) var position: Int
  private(set) var line = 1
  private(set) var field = 1
  /// The number of fields in the first line.
  private(set) var fields = 0

  /// Goes to the first field of the first line.
  init(_ bytes: [UInt8], path: String) throws(FileError) {
    self.bytes = bytes
    self.path = path
    position = bytes.startOfText
    try expect([.numbers, .text], "a CSV file of numbers", in: bytes, path: path)
    if try isAtEnd() { throw error("the file has no lines") }
    try expectNoColumnNumbers()
    fields = try countFields()
  }

  /// Whether there are no more lines. Blank ones are accepted only here, at the end.
  @inline(__always)
  func isAtEnd() throws(FileError) -> Bool {
    let end = bytes.endOfBlankLines(from: position, isBlank: isBlank)
    if end == bytes.count { return true }
    if bytes[position..<end].contains(lineFeed) { throw error("blank line") }
    return false
  }

  /// Where the current field ends: at a comma, a line feed or the end of the file.
  func endOfField() -> Int {
    var end = position
    while end < bytes.count, bytes[end] != comma, bytes[end] != lineFeed { end += 1 }
    return end
  }

  /// The current field, which ends at `end`, without the spaces and tabs around it and the
  /// carriage return of a CRLF.
  func content(upTo end: Int) -> Range<Int> {
    var start = position
    var end = end
    if end > start, bytes.isReturn(at: end - 1) { end -= 1 }
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Goes from the current field, which ends at `end`, to the next one.
  mutating func advance(over end: Int) throws(FileError) {
    let isLast = end == bytes.count || bytes[end] == lineFeed
    if isLast != (field == fields) { throw raggedLine() }
    position = min(end + 1, bytes.count)
    field = isLast ? 1 : field + 1
    line += isLast ? 1 : 0
  }

  /// The number in the current field, which errors call `name`; goes to the next field.
  /// - Parameters:
  ///   - kind: what errors say that a text which is no finite decimal number is not.
  ///   - refusal: what errors say of a number that is not accepted; else nil.
  mutating func readNumber(
    _ name: String, kind: String = "a finite decimal number",
    refusal: (Double) -> String? = { _ in nil }
  ) throws(FileError) -> Double {
    let end = endOfField()
    let content = content(upTo: end)
    guard let number = Double(decimal: bytes.span.extracting(content)) else {
      throw error(name, at: content, "is not \(kind)")
    }
    if let refusal = refusal(number) { throw error(name, at: content, refusal) }
    try advance(over: end)
    return number
  }

  /// If the current field is a digit before a comma, as most labels are, goes to the next one.
  mutating func readDigit() -> Int? {
    guard field < fields, position + 1 < bytes.count, bytes[position + 1] == comma else {
      return nil
    }
    let digit = bytes[position]
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
    position += 2
    field += 1
    return Int(digit - UInt8(ascii: "0"))
  }

  /// If the rest of the line is nothing but the digits 0 and 1 between commas, as in most letter
  /// files, appends them to `bits` and goes to the next line.
  mutating func readBits(into bits: inout [UInt8]) -> Bool {
    let end = position + 2 * (fields - field) + 1
    guard end < bytes.count, bytes[end] == lineFeed || bytes.isReturn(at: end),
      hasOnlyBits(upTo: end)
    else { return false }
    appendBits(upTo: end, to: &bits)
    position = end + (bytes[end] == lineFeed ? 1 : 2)
    field = 1
    line += 1
    return true
  }

  /// Whether 0 or 1 and a comma alternate; without a branch, so that it is vectorised.
  @inline(__always)
  private func hasOnlyBits(upTo end: Int) -> Bool {
    let text = bytes.span.extracting(position..<end)
    var differences: UInt8 = 0
    for index in text.indices {
      let isComma = UInt8(truncatingIfNeeded: index & 1)
      let expected = isComma == 1 ? comma : UInt8(ascii: "0")
      // Of a digit the lowest bit is free.
      differences |= (text[index] ^ expected) & (0xFE | isComma)
    }
    return differences == 0
  }

  @inline(__always)
  private func appendBits(upTo end: Int, to bits: inout [UInt8]) {
    let text = bytes.span.extracting(position..<end)
    let count = text.count / 2 + 1
    bits.append(addingCapacity: count) { output in
      // One by one they would not be vectorised.
      output.withUnsafeMutableBufferPointer { bits, initializedCount in
        for k in 0..<count { bits[initializedCount &+ k] = text[unchecked: 2 &* k] & 1 }
        initializedCount += count
      }
    }
  }

  /// The number of fields in the current line, which must look like numbers between commas.
  private func countFields() throws(FileError) -> Int {
    var count = 1
    for index in position..<bytes.count {
      if bytes[index] == lineFeed { break }
      if bytes[index] == comma { count += 1 }
      if let reason = reasonAgainstByte(at: index) { throw error(reason, column: count) }
    }
    if "#%".utf8.contains(bytes[position]) {
      throw error("a comment line, where numbers are expected")
    }
    let line = bytes[position...].prefix { $0 != lineFeed && $0 != carriageReturn }
    if count == 1, let blank = line.firstIndex(where: isBlank),
      line[blank...].contains(where: { !isBlank($0) })
    {
      throw error(
        "\(bytes[blank] == tab ? "a tab" : "a space") between fields, where \",\" is expected")
    }
    return count
  }
}

/// Whether `byte` is a space or a tab.
private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == tab
}
