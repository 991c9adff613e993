/// What is said about a field or a line that is not accepted.
extension CSVCursor {
  /// An error in the current line, at the current field unless another column is given.
  func error(_ message: String, column: Int? = nil) -> FileError {
    FileError(.data, path: path, line: line, column: column ?? field, message)
  }

  /// An error about the current field: what most likely happened, or else that `name`, which was
  /// found at `content`, `requirement`.
  func error(_ name: String, at content: Range<Int>, _ requirement: String) -> FileError {
    if content.isEmpty { return error("\(name) is empty") }
    for index in content {
      if let reason = reasonAgainstByte(at: index) { return error(reason) }
    }
    let text = quoted(bytes[content])
    let lowercased = bytes[content.lowerBound] | 0x20
    if "#%".utf8.contains(bytes[content.lowerBound]) {
      return error("\(text) begins a comment line, where numbers are expected")
    }
    if field == 1, UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercased {
      if content.count == 1 {
        return error("the \(name) is the letter \(text), where a number from 0 to 9 stands for it")
      }
      if line == 1 { return error("\(text) is not a number; \(noHeader)") }
    }
    return error("\(name) \(text) \(requirement)")
  }

  /// That line 1 is not the header that pandas gives columns without names.
  func expectNoColumnNumbers() throws(FileError) {
    for header in ["0,1,2,3", ",0,1,2,3"] where bytes[position...].starts(with: header.utf8) {
      throw error("\(quoted(header)) are column numbers; \(noHeader)")
    }
  }

  /// The error of a current line with more or fewer fields than the first.
  func raggedLine() -> FileError {
    let rest = bytes[position...].prefix { $0 != lineFeed }
    let found = field + rest.count { $0 == comma }
    return error("\(counted(found, "field")), where line 1 has \(fields)", column: field + 1)
  }

  /// Why no file of plain numbers has such a byte; nil for all others.
  func reasonAgainstByte(at index: Int) -> String? {
    switch bytes[index] {
    case 0: "NUL byte; ASCII or UTF-8 text is expected"
    case carriageReturn where !bytes.isReturn(at: index):
      "carriage return without line feed; lines end in LF or CRLF"
    case UInt8(ascii: ";"): #"";" between fields, where "," is expected"#
    case UInt8(ascii: "\""), UInt8(ascii: "'"): "quotation mark; fields are plain numbers"
    default: nil
    }
  }
}

private let noHeader = "a header line is not accepted (tail -n +2 drops it)"

/// `1 field`, `2 fields`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
