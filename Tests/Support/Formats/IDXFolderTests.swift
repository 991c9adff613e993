import Foundation
import Testing

@testable import Formats

private func makeFile(_ path: String) throws {
  try Data([0]).write(to: URL(filePath: path))
}

@Test(arguments: [
  "train-images-idx3-ubyte", "train-images.idx3-ubyte", "train-images-idx3-ubyte.gz",
  "train-images.idx3-ubyte.gz",
])
func imagesAreFoundUnderTheirUsualNames(name: String) throws {
  try withTemporaryDirectory { folder in
    try makeFile("\(folder)/t10k-images-idx3-ubyte")
    try makeFile("\(folder)/train-labels-idx3-ubyte")
    try makeFile("\(folder)/\(name)")
    #expect(try IDX.imagesPath(of: "train", in: folder) == "\(folder)/\(name)")
  }
}

@Test(arguments: [
  "t10k-labels-idx1-ubyte", "t10k-labels.idx1-ubyte", "t10k-labels-idx1-ubyte.gz",
  "t10k-labels.idx1-ubyte.gz",
])
func labelsAreFoundUnderTheirUsualNames(name: String) throws {
  try withTemporaryDirectory { folder in
    try makeFile("\(folder)/\(name)")
    #expect(try IDX.labelsPath(of: "t10k", in: folder) == "\(folder)/\(name)")
  }
}

/// Some archives unpack to a directory of the file's name.
@Test func directoriesAreNotTaken() throws {
  try withTemporaryDirectory { folder in
    let directory = "\(folder)/train-images-idx3-ubyte"
    try createDirectories(directory)
    try makeFile("\(folder)/train-images.idx3-ubyte.gz")
    let path = try IDX.imagesPath(of: "train", in: folder)
    #expect(path == "\(folder)/train-images.idx3-ubyte.gz")
  }
}

@Test func missingFilesAreNamed() throws {
  try withTemporaryDirectory { folder in
    try makeFile("\(folder)/train-images-idx3-ubyte.zip")
    let error = FileError(
      .noInput, path: folder,
      "no train-images-idx3-ubyte or train-images.idx3-ubyte here, nor one of them with .gz")
    #expect(throws: error) { try IDX.imagesPath(of: "train", in: folder) }
    let file = "\(folder)/train-images-idx3-ubyte.zip"
    #expect(throws: FileError(.noInput, path: file, "is a file, not a directory")) {
      try IDX.imagesPath(of: "train", in: file)
    }
    let missing = "\(folder)/missing"
    #expect(throws: FileError(.noInput, path: missing, "No such file or directory")) {
      try IDX.labelsPath(of: "train", in: missing)
    }
  }
}
