extension NPYArray {
  /// An array with as many values, in row-major order, as `shape` says.
  public init(shape: [Int], values: [Double]) {
    precondition(shape.reduce(1, *) == values.count, "the values do not fill the shape")
    self.shape = shape
    self.values = values
  }

  /// The contents of a file, byte for byte what NumPy's `save` writes for an array of `float64` in C
  /// order: version 1.0, the header padded so that the values start at a multiple of 64.
  public var bytes: [UInt8] {
    var header = Array("{'descr': '<f8', 'fortran_order': False, 'shape': \(tuple), }".utf8)
    // NumPy leaves room for the first length to grow to 21 digits, in place.
    if let first = shape.first { header.appendSpaces(max(0, 21 - "\(first)".utf8.count)) }
    header.appendSpaces(63 - (header.count + 10) % 64)
    header.append(lineFeed)
    var bytes = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes += [UInt8(header.count & 0xFF), UInt8(header.count >> 8)] + header
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values { bytes.append(value.bitPattern) }
    return bytes
  }

  /// As Python writes it: `(2, 3)`, `(2,)`, `()`.
  private var tuple: String {
    let lengths = shape.map { "\($0)" }.joined(separator: ", ")
    return "(" + lengths + (shape.count == 1 ? ",)" : ")")
  }
}
