import Formats
import Layers

extension DataSet {
  /// Reads a labelled CSV file of letters.
  /// - Parameters:
  ///   - pixels: M, where another number is an error.
  ///   - classes: K; labels are below it.
  /// - Throws: `FileError` when the file cannot be read or is not as ``Formats/LetterCSV`` says.
  public static func letters(
    _ path: String, pixels: Int? = nil, classes: Int = 10
  ) throws -> DataSet {
    try letters(readFile(path), path: path, pixels: pixels, classes: classes)
  }

  /// The same of a file that was read; `path` is its name in errors.
  package static func letters(
    _ bytes: [UInt8], path: String, pixels: Int?, classes: Int
  ) throws -> DataSet {
    let csv = try LetterCSV.parse(
      bytes, path: path, as: pixels.map { .labelledPixels($0) } ?? .labelled, classes: classes)
    return try DataSet(x: csv.images, labels: csv.labels ?? [], classes: classes)
  }
}

extension LetterCSV {
  /// N×M: a row of pixels per letter.
  public var images: Matrix {
    switch packedPixels {
    case .bits(let bits): Matrix(rows: rows, columns: columns, bytes: bits)
    case .numbers(let numbers): Matrix(rows: rows, columns: columns, numbers)
    }
  }
}
