/// All letters of Kassel and Taskar's set, as `handout-data/all` holds them: a row per letter in each of
/// `images.npy` (the pixels, eight to a byte, the leftmost the highest bit), `labels.npy` (0 for a to 25
/// for z), `folds.npy` (0 to 9), `words.npy` and `positions.npy` (where in the word the letter stands).
public struct LetterArchive: Sendable {
  /// How many letters there are.
  public let count: Int
  /// Which letter each is, 0…25.
  public let labels: [Int]
  /// Which tenth of the set each belongs to, 0…9; a word's letters are in one.
  public let folds: [Int]
  /// Which word each is of, from 0.
  public let words: [Int]
  /// The place in its word, from 0.
  public let positions: [Int]
  private let bytes: [UInt8]

  /// Pixels of an image: 16 rows of 8.
  public static let pixelCount = 128
  private static let bytesPerImage = pixelCount / 8

  /// Reads the five files of a folder.
  /// - Throws: `FileError` where one is missing or malformed, or they are not of the same letters.
  public init(folder: String) throws(FileError) {
    let path = "\(folder)/images.npy"
    let images = try NPYArray.read(path)
    guard images.shape.count == 2, images.shape[1] == Self.bytesPerImage,
      images.values.allSatisfy({ 0...255 ~= $0 && $0 == $0.rounded() })
    else {
      throw FileError(.data, path: path, "is not N rows of \(Self.bytesPerImage) bytes")
    }
    let count = images.shape[0]
    func column(_ name: String, _ range: ClosedRange<Double>) throws(FileError) -> [Int] {
      let path = "\(folder)/\(name).npy"
      let array = try NPYArray.read(path)
      guard array.shape == [count],
        array.values.allSatisfy({ range ~= $0 && $0 == $0.rounded() })
      else {
        let bounds = [range.lowerBound, range.upperBound].map { "\(Int($0))" }
        throw FileError(
          .data, path: path, "is not \(count) whole numbers from \(bounds[0]) to \(bounds[1])")
      }
      return array.values.map { Int($0) }
    }
    self.count = count
    bytes = images.values.map { UInt8($0) }
    labels = try column("labels", 0...25)
    folds = try column("folds", 0...9)
    words = try column("words", 0...65535)
    positions = try column("positions", 0...255)
  }

  /// The bytes of an image: equal for equal images.
  public func image(_ index: Int) -> ArraySlice<UInt8> {
    bytes[index * Self.bytesPerImage..<(index + 1) * Self.bytesPerImage]
  }

  /// The pixels of an image, 1 for ink, row by row.
  public func pixels(_ index: Int) -> [UInt8] {
    image(index).flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
  }
}
