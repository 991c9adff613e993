extension SafetensorsFile {
  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: what `readFile` throws, and `.data` if the contents are malformed.
  public static func read(_ path: String) throws(FileError) -> SafetensorsFile {
    try SafetensorsFile(bytes: readFile(path), path: path)
  }

  /// Reads the contents of a file as strictly as the reference implementation; `path` is its name
  /// in errors. That the values are finite is not checked.
  ///
  /// - Throws: `.data` if the contents are malformed or a tensor is of another type than F64.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    let reader = SafetensorsReader(bytes: bytes, path: path)
    self = try reader.read()
  }
}

private struct SafetensorsReader {
  let bytes: [UInt8]
  let path: String

  /// A tensor as the header describes it. The offsets count from the first value's first byte.
  private struct Entry {
    let name: String
    let shape: [Int]
    let start: Int
    let end: Int
  }

  func read() throws(FileError) -> SafetensorsFile {
    let (header, dataStart) = try readHeader()
    var metadata: [SafetensorsFile.Text] = []
    var entries: [Entry] = []
    for member in header {
      if member.name == metadataKey {
        metadata = try texts(member.value)
      } else {
        entries.append(try entry(member))
      }
    }
    // Tensors without values start where the next one does.
    entries.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    try checkNoGaps(entries, size: bytes.count - dataStart)
    return SafetensorsFile(tensors: entries.map { tensor($0, dataStart) }, metadata: metadata)
  }

  /// The members of the header and where the values start.
  private func readHeader() throws(FileError) -> ([JSON.Member], Int) {
    guard bytes.count >= 8 else {
      throw error("\(counted(bytes.count, "byte")), where the length of the header takes 8")
    }
    let length = word(at: 0)
    guard length <= 100_000_000 else {
      throw error("a header of \(length) bytes, where 100000000 is the most")
    }
    guard length <= bytes.count - 8 else {
      throw error("the header of \(length) bytes goes beyond the end of the file")
    }
    let text = Array(bytes[8..<8 + Int(length)])
    guard text.first == UInt8(ascii: "{") else { throw error(#"the header starts without "{""#) }
    do throws(SyntaxError) {
      guard case .object(let members) = try JSON.parse(text) else { return ([], 8 + text.count) }
      return (members, 8 + text.count)
    } catch {
      throw self.error("header, byte \(error.offset): \(error.message)")
    }
  }

  private func texts(_ value: JSON) throws(FileError) -> [SafetensorsFile.Text] {
    guard case .object(let members) = value else { throw error("\(metadataKey) is not an object") }
    return try members.map { member throws(FileError) in
      guard case .string(let value) = member.value else {
        throw error("\(metadataKey): \(quoted(member.name)) is not a string")
      }
      return SafetensorsFile.Text(member.name, value)
    }
  }

  private func checkNoGaps(_ entries: [Entry], size: Int) throws(FileError) {
    var end = 0
    for entry in entries {
      guard entry.start == end else {
        throw error(
          "tensor \(quoted(entry.name)) starts at \(entry.start), where \(end) is expected")
      }
      end = entry.end
    }
    guard end == size else { throw error("\(size) bytes of values, where the tensors take \(end)") }
  }

  private func tensor(_ entry: Entry, _ dataStart: Int) -> SafetensorsFile.Tensor {
    let values = stride(from: dataStart + entry.start, to: dataStart + entry.end, by: 8).map {
      Double(bitPattern: word(at: $0))
    }
    return SafetensorsFile.Tensor(entry.name, shape: entry.shape, values: values)
  }

  /// The eight bytes at `position`, little endian.
  private func word(at position: Int) -> UInt64 {
    bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func error(_ message: String) -> FileError {
    FileError(.data, path: path, message)
  }
}

/// The description of one tensor.
extension SafetensorsReader {
  private func entry(_ member: JSON.Member) throws(FileError) -> Entry {
    let tensor = "tensor \(quoted(member.name))"
    guard case .object(let fields) = member.value,
      Set(fields.map(\.name)) == ["dtype", "shape", "data_offsets"]
    else { throw error("\(tensor) is not described by dtype, shape and data_offsets") }
    var shape: [Int]?
    var offsets: [Int]?
    for field in fields {
      switch field.name {
      case "shape": shape = sizes(field.value)
      case "data_offsets": offsets = sizes(field.value)
      default:
        guard field.value == .string("F64") else {
          let text = if case .string(let text) = field.value { text } else { field.value.text }
          throw error("\(tensor) has the dtype \(quoted(text)), where F64 is expected")
        }
      }
    }
    guard let shape else { throw error("\(tensor) has a shape that is no list of lengths") }
    guard let offsets, offsets.count == 2, offsets[0] <= offsets[1] else {
      throw error("\(tensor) has data_offsets that are no start and end")
    }
    guard let size = byteCount(shape) else { throw error("\(tensor) is too large") }
    guard size == offsets[1] - offsets[0] else {
      throw error("\(tensor) has the data_offsets \(offsets), where its shape takes \(size) bytes")
    }
    return Entry(name: member.name, shape: shape, start: offsets[0], end: offsets[1])
  }

  /// The integers of a list, if that is what `value` is and none is negative.
  private func sizes(_ value: JSON) -> [Int]? {
    guard case .array(let values) = value else { return nil }
    var sizes: [Int] = []
    for case .integer(let size) in values where size >= 0 { sizes.append(size) }
    return sizes.count == values.count ? sizes : nil
  }

  /// The number of bytes that a tensor's values take; nil on overflow.
  private func byteCount(_ shape: [Int]) -> Int? {
    var count = 8
    for length in shape {
      let product = count.multipliedReportingOverflow(by: length)
      if product.overflow { return nil }
      count = product.partialValue
    }
    return count
  }
}
