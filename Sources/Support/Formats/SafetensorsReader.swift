extension SafetensorsFile: FileContents {
  /// Reads the contents of a file as strictly as the reference implementation; `path` is its name
  /// in errors. That the values are finite is not checked.
  ///
  /// Numbers of 16 and 32 bits are widened, which changes none of them.
  ///
  /// - Throws: `.data` if the contents are malformed or a tensor's numbers are no ``SafetensorsType``.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    try expect([.safetensors], "a safetensors file", in: bytes, path: path)
    self = try BinaryFile(bytes: bytes, path: path).safetensors()
  }
}

private let metadataKey = SafetensorsFile.metadataKey

/// A tensor as the header describes it. The offsets count from the first value's first byte.
private struct Entry {
  let name: String
  let type: SafetensorsType
  let shape: [Int]
  let start: Int
  let end: Int
}

extension BinaryFile {
  fileprivate func safetensors() throws(FileError) -> SafetensorsFile {
    let (header, dataStart) = try members()
    var metadata: [Named<String>] = []
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
    let tensors = entries.map { entry in
      let size = entry.type.size
      let places = stride(from: dataStart + entry.start, to: dataStart + entry.end, by: size)
      let values = places.map { entry.type.value(ofBits: integer(at: $0, size: size)) }
      return SafetensorsFile.Tensor(entry.name, shape: entry.shape, values: values)
    }
    return SafetensorsFile(tensors: tensors, metadata: metadata)
  }

  /// The members of the header and where the values start.
  private func members() throws(FileError) -> ([JSON.Member], dataStart: Int) {
    guard bytes.count >= 8 else {
      throw error("\(counted(bytes.count, "byte")), where the length of the header takes 8")
    }
    let length = integer(at: 0, size: 8)
    guard length <= 100_000_000 else {
      throw error(
        "not a safetensors file: it begins with \(quoted(bytes.prefix(12))), where the length of a "
          + "header of at most 100000000 bytes is expected")
    }
    guard length <= bytes.count - 8 else {
      throw error("the header of \(length) bytes goes beyond the end of the file")
    }
    guard length > 0, bytes[8] == UInt8(ascii: "{") else {
      throw error(#"the header starts without "{""#)
    }
    let header = try header(at: 8, size: Int(length), JSON.parse)
    return (header.members ?? [], 8 + Int(length))
  }

  private func texts(_ value: JSON) throws(FileError) -> [Named<String>] {
    guard let members = value.members else { throw error("\(metadataKey) is not an object") }
    return try members.map { member throws(FileError) in
      guard let value = member.value.string else {
        throw error("\(metadataKey): \(quoted(member.name)) is not a string")
      }
      return Named(member.name, value)
    }
  }

  /// What the header says about one tensor.
  private func entry(_ member: JSON.Member) throws(FileError) -> Entry {
    let tensor = "tensor \(quoted(member.name))"
    let fields = member.value
    guard fields.members?.count == 3, let type = fields["dtype"], let shape = fields["shape"],
      let offsets = fields["data_offsets"]
    else { throw error("\(tensor) is not described by dtype, shape and data_offsets") }
    guard let name = type.string, let type = SafetensorsType(rawValue: name) else {
      throw error(
        "\(tensor) has the dtype \(type.string.map { quoted($0) } ?? type.quotedText), where F64, F32, F16 or BF16 is expected"
      )
    }
    guard let shape = shape.sizes else {
      throw error("\(tensor) has a shape that is no list of lengths")
    }
    guard let offsets = offsets.sizes, offsets.count == 2, offsets[0] <= offsets[1] else {
      throw error("\(tensor) has data_offsets that are no start and end")
    }
    guard let size = byteCount(shape, size: type.size) else {
      throw error("\(tensor) is too large")
    }
    guard size == offsets[1] - offsets[0] else {
      throw error("\(tensor) has the data_offsets \(offsets), where its shape takes \(size) bytes")
    }
    return Entry(
      name: member.name, type: type, shape: shape, start: offsets[0], end: offsets[1])
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
}

extension JSON {
  /// The integers of a list, if it is one and none is negative.
  fileprivate var sizes: [Int]? {
    // More axes than NumPy has are nobody's.
    guard case .array(let values) = self, values.count <= 64 else { return nil }
    var sizes: [Int] = []
    for case .integer(let size) in values where size >= 0 { sizes.append(size) }
    return sizes.count == values.count ? sizes : nil
  }
}
