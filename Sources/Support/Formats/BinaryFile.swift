/// The bytes of a file that is no text, and what errors call it.
struct BinaryFile {
  let bytes: [UInt8]
  let path: String

  /// The error that the contents are wrong.
  func error(_ message: String) -> FileError {
    FileError(.data, path: path, message)
  }

  /// The unsigned integer in the `size` bytes at `position`; all of them must be there.
  @inline(__always)
  func integer(at position: Int, size: Int, isBigEndian: Bool = false) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<size {
      value = value << 8 | UInt64(bytes[position + (isBigEndian ? index : size - 1 - index)])
    }
    return value
  }

  /// The number of values of an array, `size` bytes each, which must fill the file from `start` on.
  func count(of shape: [Int], size: Int, from start: Int) throws(FileError) -> Int {
    // As NumPy does, without the zeros: no product of lengths may overflow.
    guard let product = byteCount(shape.map { max($0, 1) }, size: size) else {
      throw error("the shape \(listed(shape)) is too large")
    }
    let needed = shape.contains(0) ? 0 : product
    let found = bytes.count - start
    guard needed == found else {
      throw error("\(found) bytes of data, where the shape \(listed(shape)) needs \(needed)")
    }
    return needed / size
  }

  /// What `parse` makes of the `size` bytes at `position`, the header.
  func header<Header>(
    at position: Int, size: Int, _ parse: ([UInt8]) throws(SyntaxError) -> Header
  ) throws(FileError) -> Header {
    do throws(SyntaxError) {
      return try parse(Array(bytes[position..<position + size]))
    } catch {
      throw self.error("header, byte \(error.offset): \(error.message)")
    }
  }
}

/// The number of bytes of an array with values of `size` bytes; nil on overflow.
func byteCount(_ shape: [Int], size: Int) -> Int? {
  var count = size
  for length in shape {
    let product = count.multipliedReportingOverflow(by: length)
    if product.overflow { return nil }
    count = product.partialValue
  }
  return count
}

extension [UInt8] {
  /// Appends the eight bytes of a value, the lowest first.
  mutating func append(_ value: UInt64) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Appends spaces.
  mutating func appendSpaces(_ count: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}
