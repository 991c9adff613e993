/// What a `.npy` file says about its array: a Python dictionary with exactly these three keys.
struct NPYHeader {
  let descriptor: String
  let isFortranOrder: Bool
  let shape: [Int]

  /// The header of a file and where its data start.
  static func read(_ file: BinaryFile) throws(FileError) -> (header: NPYHeader, dataStart: Int) {
    let bytes = file.bytes
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
    let header = try file.header(at: start, size: length, NPYHeader.init(parsing:))
    return (header, start + length)
  }

  /// The number of bytes of all values, which must fill the file from `start` on.
  func checkedSize(of type: NPYType, in file: BinaryFile, from start: Int) throws(FileError) -> Int
  {
    // NumPy's own limit, which also keeps the walk over the axes short.
    guard shape.count <= 64 else { throw file.error("\(shape.count) axes, where 64 is the most") }
    // As NumPy does, without the zeros: no product of lengths may overflow.
    guard let product = byteCount(shape.map { max($0, 1) }, size: type.size) else {
      throw file.error("the shape \(shape) is too large")
    }
    let needed = shape.contains(0) ? 0 : product
    let size = file.bytes.count - start
    guard needed == size else {
      throw file.error("\(size) bytes of data, where the shape \(shape) needs \(needed)")
    }
    return size
  }
}
