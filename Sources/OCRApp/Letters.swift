import Formats
import Layers
import Network

/// The letter of each label 0…9.
let letters = ["a", "e", "g", "i", "l", "n", "o", "r", "t", "u"]

extension Examples {
  /// Reads a labelled CSV file of letters.
  /// - Throws: `FileError`, also when its images do not have `pixels` pixels.
  static func read(_ path: String, pixels: Int? = nil) throws -> Examples {
    let csv = try LetterCSV.read(path, as: .labelled)
    if let pixels, csv.columns != pixels {
      throw FileError(
        .data, path: path, "images have \(csv.columns) pixels, expected \(pixels)")
    }
    return try Examples(x: csv.images, labels: csv.labels ?? [])
  }
}

extension LetterCSV {
  /// A row per image.
  var images: Matrix { Matrix(rows: rows, columns: columns, pixels) }
}
