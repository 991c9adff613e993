import Formats
import Layers
import Learning

/// The reference outputs and the letters they were computed from.
public struct ReferenceFiles: Sendable {
  /// The folder `Fixtures/ReferenceOutputs`.
  let outputs: String
  /// The folder `handout-data`.
  let data: String

  /// The files in these folders.
  public init(outputs: String, data: String) {
    self.outputs = outputs
    self.data = data
  }

  /// The package's files, found as `packageFolder(_:)` does.
  /// - Throws: `.noInput` when one of the folders is missing.
  public static func find() throws(FileError) -> ReferenceFiles {
    ReferenceFiles(
      outputs: try packageFolder("Fixtures/ReferenceOutputs"),
      data: try packageFolder("handout-data"))
  }

  /// The letters of `NAME.csv`.
  func letters(_ name: String) throws -> DataSet { try .letters("\(data)/\(name).csv") }

  /// The reference outputs of a case, for example `pass/biased`.
  func folder(_ name: String) -> ReferenceFolder {
    ReferenceFolder(path: "\(outputs)/\(name)")
  }
}

/// The reference outputs of one case.
struct ReferenceFolder {
  let path: String

  /// The array `NAME.npy`.
  /// - Throws: `FileError` when it is missing, malformed or does not have two axes.
  func matrix(_ name: String) throws(FileError) -> Matrix {
    let file = "\(path)/\(name).npy"
    let array = try NPYArray.read(file)
    guard array.shape.count == 2 else {
      throw FileError(.data, path: file, "\(array.shape.count) axes, where 2 are expected")
    }
    return Matrix(rows: array.shape[0], columns: array.shape[1], array.values)
  }

  /// Compares with the array `FILE.npy`.
  func check(
    _ name: String, _ found: Matrix, _ file: String, tolerance: Double
  ) throws(FileError) -> Check {
    Check(name, failure: difference(found, from: try matrix(file), tolerance: tolerance))
  }

  /// Compares labels with the array `FILE.npy`.
  func check(_ name: String, _ found: [Int], _ file: String) throws(FileError) -> Check {
    let expected = try matrix(file).values.map { value throws(FileError) in
      if let label = Int(exactly: value) { return label }
      throw FileError(.data, path: "\(path)/\(file).npy", "\(value), where a label is expected")
    }
    return Check(name, failure: difference(found, from: expected))
  }
}
