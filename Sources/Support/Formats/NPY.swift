/// An array of numbers from a file of NumPy's `.npy` format, versions 1.0, 2.0 and 3.0
/// (`numpy.lib.format`).
///
/// Floating-point numbers of 32 and 64 bits, integers of 8 to 64 bits and Booleans are read, in
/// either byte order, in C and in Fortran order.
public struct NPYArray: FileContents, Sendable, Equatable {
  /// The length of every axis; empty for a single number.
  public let shape: [Int]
  /// The values in row-major order, whatever the order in the file.
  public let values: [Double]

  /// Reads the contents of a file; `path` is its name in errors.
  ///
  /// - Throws: `.data` if the contents are malformed, of another type, or hold an integer that no
  ///   `Double` equals.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    let file = BinaryFile(bytes: bytes, path: path)
    let (header, start) = try NPYHeader.read(file)
    guard let type = NPYType(header.descriptor) else {
      throw file.error(
        "the type \(quoted(header.descriptor)), where f4, f8, i1 to i8, u1 to u8 or b1 is expected")
    }
    shape = header.shape
    // NumPy's own limit, which also keeps the walk over the axes short.
    guard shape.count <= 64 else { throw file.error("\(shape.count) axes, where 64 is the most") }
    let count = try file.count(of: shape, size: type.size, from: start)
    let values = try type.values(in: file, from: start, count: count)
    self.values = header.isFortranOrder ? rowMajor(values, shape: shape) : values
  }
}

/// The values of a column-major array (first index fastest) in row-major order (last index
/// fastest).
private func rowMajor(_ values: [Double], shape: [Int]) -> [Double] {
  var strides: [Int] = []
  var count = 1
  for length in shape {
    strides.append(count)
    count *= length
  }
  return values.indices.map { index in
    var (rest, source) = (index, 0)
    for (length, stride) in zip(shape, strides).reversed() {
      source += rest % length * stride
      rest /= length
    }
    return values[source]
  }
}
