/// Images from a file of the IDX format, in which MNIST comes: the magic number 0x00000803, the
/// lengths of the three axes as big-endian integers of 32 bits, and the pixels.
public struct IDXImages: Sendable, Equatable {
  /// The number of images, at least 1.
  public let count: Int
  /// The number of rows in an image, at least 1.
  public let rows: Int
  /// The number of columns in an image, at least 1.
  public let columns: Int
  /// The pixels 0…255 of all images, count × rows × columns, row-major.
  public let pixels: [UInt8]
}

/// Reads IDX files of unsigned bytes.
public enum IDX {
  /// Reads the images in the file at `path`, or on standard input for `-`.
  ///
  /// - Throws: what `readFile` throws, and `.data` if the contents are malformed.
  public static func readImages(_ path: String) throws(FileError) -> IDXImages {
    try images(readFile(path), path: path)
  }

  /// Reads the labels 0…255, at least one, in the file at `path`, or on standard input for `-`.
  ///
  /// - Throws: what `readFile` throws, and `.data` if the contents are malformed.
  public static func readLabels(_ path: String) throws(FileError) -> [UInt8] {
    try labels(readFile(path), path: path)
  }

  /// What a file holds.
  enum Contents: String {
    case images, labels

    var axes: Int { self == .images ? 3 : 1 }
  }

  static func images(_ bytes: consuming [UInt8], path: String) throws(FileError) -> IDXImages {
    let (shape, pixels) = try array(bytes, of: .images, path: path)
    return IDXImages(count: shape[0], rows: shape[1], columns: shape[2], pixels: pixels)
  }

  static func labels(_ bytes: consuming [UInt8], path: String) throws(FileError) -> [UInt8] {
    try array(bytes, of: .labels, path: path).values
  }

  private static func array(
    _ bytes: consuming [UInt8], of contents: Contents, path: String
  ) throws(FileError) -> (shape: [Int], values: [UInt8]) {
    do throws(IDXError) {
      let shape = try readShape(bytes, of: contents)
      bytes.removeFirst(headerSize(contents))
      try check(shape, filling: bytes.count)
      return (shape, bytes)
    } catch {
      throw FileError(.data, path: path, error.message)
    }
  }
}

/// Why a file is not a readable IDX file.
private struct IDXError: Error {
  let message: String
}

/// A magic number and a length per axis, four bytes each.
private func headerSize(_ contents: IDX.Contents) -> Int { 4 + 4 * contents.axes }

/// Reads the lengths of the axes.
private func readShape(_ bytes: [UInt8], of contents: IDX.Contents) throws(IDXError) -> [Int] {
  let magic: [UInt8] = [0, 0, 8, UInt8(contents.axes)]
  guard bytes.starts(with: magic) else {
    let start = bytes.isEmpty ? "nothing" : spelled(bytes.prefix(4))
    throw IDXError(
      message: "the file starts with \(start), where IDX \(contents.rawValue) start with"
        + " \(spelled(magic[...]))")
  }
  let size = headerSize(contents)
  guard bytes.count >= size else {
    throw IDXError(message: "the file ends in its header of \(size) bytes")
  }
  return stride(from: 4, to: size, by: 4).map { start in
    bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// `00 00 08 03`.
private func spelled(_ bytes: ArraySlice<UInt8>) -> String {
  bytes.map { hexadecimal(UInt32($0), digits: 2) }.joined(separator: " ")
}

/// Checks that an array of this shape has `size` values, and any.
private func check(_ shape: [Int], filling size: Int) throws(IDXError) {
  var count = 1
  for length in shape {
    guard length > 0 else {
      throw IDXError(message: "the shape \(shape), where every length is expected to be at least 1")
    }
    let product = count.multipliedReportingOverflow(by: length)
    if product.overflow { throw IDXError(message: "the shape \(shape) is too large") }
    count = product.partialValue
  }
  guard count == size else {
    throw IDXError(message: "\(size) bytes of data, where the shape \(shape) needs \(count)")
  }
}
