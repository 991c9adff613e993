/// Unsigned bytes from a file of the IDX format, in which MNIST comes: a magic number, the lengths
/// of the axes as big-endian integers of 32 bits, and the values.
public struct IDX: Sendable, Equatable {
  /// What a file holds.
  public enum Contents: String, Sendable {
    /// Three axes: count × rows × columns.
    case images
    /// One axis: the count.
    case labels

    var axes: Int { self == .images ? 3 : 1 }
    /// `00 00`, 08 for unsigned bytes, and the number of axes.
    var magic: [UInt8] { [0, 0, 8, UInt8(axes)] }
    /// The magic number and a length per axis, four bytes each.
    var headerSize: Int { 4 + 4 * axes }
  }

  /// The length of every axis, at least 1.
  public let shape: [Int]
  /// The pixels or labels 0…255, row-major.
  public let values: [UInt8]

  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: what `readFile` throws, and `.data` if the contents are malformed.
  public static func read(_ path: String, _ contents: Contents) throws(FileError) -> IDX {
    try IDX(bytes: readFile(path), contents, path: path)
  }
}

extension IDX {
  init(bytes: [UInt8], _ contents: Contents, path: String) throws(FileError) {
    try expect([.idx], "an IDX file of \(contents.rawValue)", in: bytes, path: path)
    let file = BinaryFile(bytes: bytes, path: path)
    try file.expectMagic(of: contents)
    shape = (1...contents.axes).map { Int(file.integer(at: 4 * $0, size: 4, isBigEndian: true)) }
    if shape.contains(0) {
      throw file.error("the shape \(shape), where every length is expected to be at least 1")
    }
    _ = try file.count(of: shape, size: 1, from: contents.headerSize)
    values = Array(bytes[contents.headerSize...])
  }
}

extension BinaryFile {
  fileprivate func expectMagic(of contents: IDX.Contents) throws(FileError) {
    guard bytes.starts(with: contents.magic) else {
      let start = bytes.isEmpty ? "nothing" : spelled(bytes.prefix(4))
      throw error(
        "the file starts with \(start), where IDX \(contents.rawValue) start with"
          + " \(spelled(contents.magic[...]))")
    }
    guard bytes.count >= contents.headerSize else {
      throw error("the file ends in its header of \(contents.headerSize) bytes")
    }
  }
}

/// `00 00 08 03`.
private func spelled(_ bytes: ArraySlice<UInt8>) -> String {
  bytes.map { hexadecimal(UInt32($0), digits: 2) }.joined(separator: " ")
}
