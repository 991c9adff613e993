/// The type of the numbers in a `.npy` file, such as `<f8`: byte order, kind and size in bytes.
struct NPYType {
  /// The number of bytes of a value.
  let size: Int
  private let isBigEndian: Bool
  /// The number that the bits of a value stand for; nil if none or no Double is sure to equal it.
  private let value: @Sendable (_ bits: UInt64) -> Double?

  /// The type that NumPy calls `descriptor`; nil if it is not read.
  init?(_ descriptor: String) {
    // Everything else is this machine's order, which is little endian: "=", "|" (none) or nothing.
    isBigEndian = descriptor.utf8.first == UInt8(ascii: ">")
    var name = descriptor
    if let order = name.utf8.first, "<>|=".utf8.contains(order) { name.removeFirst() }
    if name == "?" { name = "b1" }
    switch name {
    case "f8": value = { Double(bitPattern: $0) }
    case "f4": value = { Double(Float(bitPattern: UInt32($0))) }
    case "i8": value = { integer(Int64(bitPattern: $0)) }
    case "i4": value = { integer(Int32(truncatingIfNeeded: $0)) }
    case "i2": value = { integer(Int16(truncatingIfNeeded: $0)) }
    case "i1": value = { integer(Int8(truncatingIfNeeded: $0)) }
    case "u8", "u4", "u2", "u1": value = { integer($0) }
    case "b1": value = { $0 <= 1 ? Double($0) : nil }
    default: return nil
    }
    size = name.utf8.last.map { Int($0 - UInt8(ascii: "0")) } ?? 0
  }

  /// `count` values from the byte `start` on; all of them must be there.
  func values(in file: BinaryFile, from start: Int, count: Int) throws(FileError) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(count)
    for index in 0..<count {
      let bits = file.integer(at: start + index * size, size: size, isBigEndian: isBigEndian)
      guard let value = value(bits) else {
        throw file.error("value \(index) is neither within ±2^53 nor a Boolean")
      }
      values.append(value)
    }
    return values
  }
}

/// `value`, if it is in the range in which a Double holds every integer.
private func integer(_ value: some BinaryInteger) -> Double? {
  value.magnitude <= 1 << 53 ? Double(value) : nil
}
