/// What a `.npy` file says about its array: a Python dictionary with exactly these three keys.
struct NPYHeader {
  let descriptor: String
  let isFortranOrder: Bool
  let shape: [Int]

  /// The header of a file and where its data start.
  static func read(_ file: BinaryFile) throws(FileError) -> (header: NPYHeader, dataStart: Int) {
    let bytes = file.bytes
    try expect([.npy], "a NumPy array (.npy)", in: bytes, path: file.path)
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw file.error(#"not an .npy file: it does not start with "\x93NUMPY""#)
    }
    guard bytes.count >= 8 else { throw file.error("the file ends in its first 8 bytes") }
    guard 1...3 ~= bytes[6], bytes[7] == 0 else {
      throw file.error("format version \(bytes[6]).\(bytes[7]), where 1.0, 2.0 or 3.0 is expected")
    }
    // Version 2.0 only widened the length, 3.0 only allowed UTF-8 in the names of fields.
    let start = bytes[6] == 1 ? 10 : 12
    let length = bytes.count < start ? 0 : Int(file.integer(at: 8, size: start - 8))
    guard length <= bytes.count - start else {
      throw file.error("the header goes beyond the end of the file")
    }
    // NumPy's own limit.
    guard length <= 10_000 else {
      throw file.error("a header of \(length) bytes, where 10000 are the most")
    }
    let header = try file.header(at: start, size: length) { bytes throws(SyntaxError) in
      try NPYHeader(parsing: bytes, version: Int(file.bytes[6]))
    }
    return (header, start + length)
  }
}
