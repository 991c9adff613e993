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
