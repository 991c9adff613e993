/// What a `.npy` file says about its array: a Python dictionary with exactly these three keys.
struct NPYHeader {
  let descriptor: String
  let isFortranOrder: Bool
  let shape: [Int]

  /// The header of a file and where its data start.
  static func read(_ bytes: [UInt8]) throws(NPYError) -> (header: NPYHeader, dataStart: Int) {
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw NPYError(#"not an .npy file: it does not start with "\x93NUMPY""#)
    }
    guard bytes.count >= 8 else { throw NPYError("the file ends in its first 8 bytes") }
    guard 1...3 ~= bytes[6], bytes[7] == 0 else {
      throw NPYError("format version \(bytes[6]).\(bytes[7]), where 1.0, 2.0 or 3.0 is expected")
    }
    // Version 2.0 only widened the length, 3.0 only allowed UTF-8 in the names of fields.
    let start = bytes[6] == 1 ? 10 : 12
    let length = bytes[8...].prefix(start - 8).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= start, length <= bytes.count - start else {
      throw NPYError("the header goes beyond the end of the file")
    }
    var parser = NPYHeaderParser(Array(bytes[start..<start + length]))
    do throws(SyntaxError) {
      return (try parser.parse(), start + length)
    } catch {
      throw NPYError("header, byte \(error.offset): \(error.message)")
    }
  }

  /// The number of values, which must fill exactly `size` bytes.
  func count(of type: NPYType, filling size: Int) throws(NPYError) -> Int {
    // NumPy's own limit, which also keeps the walk over the axes short.
    guard shape.count <= 64 else { throw NPYError("\(shape.count) axes, where 64 is the most") }
    var bytes = type.size
    for length in shape {
      // As NumPy does, without the zeros: no product of lengths may overflow.
      let product = bytes.multipliedReportingOverflow(by: max(length, 1))
      if product.overflow { throw NPYError("the shape \(shape) is too large") }
      bytes = product.partialValue
    }
    if shape.contains(0) { bytes = 0 }
    guard bytes == size else {
      throw NPYError("\(size) bytes of data, where the shape \(shape) needs \(bytes)")
    }
    return bytes / type.size
  }
}
