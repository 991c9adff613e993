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

  static func images(_ bytes: consuming [UInt8], path: String) throws(FileError) -> IDXImages {
    let shape = try shape(bytes, of: .images, path: path)
    bytes.removeFirst(Contents.images.headerSize)
    return IDXImages(count: shape[0], rows: shape[1], columns: shape[2], pixels: bytes)
  }

  static func labels(_ bytes: consuming [UInt8], path: String) throws(FileError) -> [UInt8] {
    _ = try shape(bytes, of: .labels, path: path)
    bytes.removeFirst(Contents.labels.headerSize)
    return bytes
  }

  /// What a file holds.
  enum Contents: String {
    case images, labels

    var axes: Int { self == .images ? 3 : 1 }
    /// A magic number and a length per axis, four bytes each.
    var headerSize: Int { 4 + 4 * axes }
  }

  /// The lengths of the axes, which the bytes behind the header fill.
  private static func shape(
    _ bytes: [UInt8], of contents: Contents, path: String
  ) throws(FileError) -> [Int] {
    let file = BinaryFile(bytes: bytes, path: path)
    try expectMagic(of: contents, file)
    let shape = (1...contents.axes).map {
      Int(file.integer(at: 4 * $0, size: 4, isBigEndian: true))
    }
    if shape.contains(0) {
      throw file.error("the shape \(shape), where every length is expected to be at least 1")
    }
    _ = try file.count(of: shape, size: 1, from: contents.headerSize)
    return shape
  }

  private static func expectMagic(
    of contents: Contents, _ file: BinaryFile
  ) throws(FileError) {
    let magic: [UInt8] = [0, 0, 8, UInt8(contents.axes)]
    guard file.bytes.starts(with: magic) else {
      let start = file.bytes.isEmpty ? "nothing" : spelled(file.bytes.prefix(4))
      throw file.error(
        "the file starts with \(start), where IDX \(contents.rawValue) start with"
          + " \(spelled(magic[...]))")
    }
    guard file.bytes.count >= contents.headerSize else {
      throw file.error("the file ends in its header of \(contents.headerSize) bytes")
    }
  }

  /// `00 00 08 03`.
  private static func spelled(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { hexadecimal(UInt32($0), digits: 2) }.joined(separator: " ")
  }
}
