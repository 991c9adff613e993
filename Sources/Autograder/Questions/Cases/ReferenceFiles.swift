import Cases
import Formats

/// What NumPy says is right, and the letters that it was computed from.
public struct ReferenceFiles: Sendable {
  /// The folder `Fixtures/ReferenceOutputs`.
  public let outputs: String
  /// The folder `handout-data`.
  public let data: String

  /// The files in these folders.
  public init(outputs: String, data: String) { (self.outputs, self.data) = (outputs, data) }

  /// The package's files, found as `packageFolder(_:)` does.
  /// - Throws: `.noInput` when one of the folders is missing.
  public static func find() throws(FileError) -> ReferenceFiles {
    ReferenceFiles(
      outputs: try packageFolder("Fixtures/ReferenceOutputs"),
      data: try packageFolder("handout-data"))
  }

  /// The images and labels of `NAME.csv`.
  func letters(_ name: String) throws(FileError) -> Examples {
    let csv = try LetterCSV.read("\(data)/\(name).csv", as: .labelled)
    return Examples(
      x: Grid(csv.rows, csv.columns, csv.pixels), labels: csv.labels ?? [], classes: 10)
  }

  /// The array in a folder, under the name that the wire has for it.
  /// - Throws: when it is missing, malformed or does not have two axes.
  func tensor(
    _ folder: String, _ file: String, as name: String
  ) throws(FileError) -> SafetensorsFile.Tensor {
    let path = "\(outputs)/\(folder)/\(file).npy"
    let array = try NPYArray.read(path)
    guard array.shape.count == 2 else {
      throw FileError(.data, path: path, "\(array.shape.count) axes, where 2 are expected")
    }
    return SafetensorsFile.Tensor(name, shape: array.shape, values: array.values)
  }
}
