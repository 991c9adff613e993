import TestSupport
import Testing

@testable import Formats

@Test(arguments: [
  "train-images-idx3-ubyte", "train-images.idx3-ubyte", "train-images-idx3-ubyte.gz",
  "train-images.idx3-ubyte.gz",
])
func imagesAreFoundUnderTheirUsualNames(name: String) throws {
  let scratch = try Scratch()
  try scratch.write("t10k-images-idx3-ubyte", [0])
  try scratch.write("train-labels-idx3-ubyte", [0])
  try scratch.write(name, [0])
  #expect(try IDX.path(of: .images, "train", in: scratch.path) == scratch.file(name))
}

@Test(arguments: [
  "t10k-labels-idx1-ubyte", "t10k-labels.idx1-ubyte", "t10k-labels-idx1-ubyte.gz",
  "t10k-labels.idx1-ubyte.gz",
])
func labelsAreFoundUnderTheirUsualNames(name: String) throws {
  let scratch = try Scratch()
  try scratch.write(name, [0])
  #expect(try IDX.path(of: .labels, "t10k", in: scratch.path) == scratch.file(name))
}

/// torchvision's layout; what is in the folder itself is preferred.
@Test func theyAreFoundFurtherDown() throws {
  let scratch = try Scratch()
  for folder in ["MNIST/raw", "raw", "."] {
    try createDirectories(scratch.file(folder))
    let file = try scratch.write("\(folder)/train-images-idx3-ubyte.gz", [0])
    let path = try IDX.path(of: .images, "train", in: scratch.path)
    #expect(path == file.replacing("/./", with: "/"))
  }
}

/// Some archives unpack to a directory of the file's name.
@Test func directoriesAreNotTaken() throws {
  let scratch = try Scratch()
  let directory = scratch.file("train-images-idx3-ubyte")
  try createDirectories(directory)
  try scratch.write("train-images.idx3-ubyte.gz", [0])
  let path = try IDX.path(of: .images, "train", in: scratch.path)
  #expect(path == scratch.file("train-images.idx3-ubyte.gz"))
}

@Test func missingFilesAreNamed() throws {
  let scratch = try Scratch()
  try scratch.write("train-images-idx3-ubyte.zip", [0])
  let error = FileError(
    .noInput, path: scratch.path,
    "no train-images-idx3-ubyte or train-images.idx3-ubyte here, nor one of them with .gz")
  #expect(throws: error) { try IDX.path(of: .images, "train", in: scratch.path) }
  let file = scratch.file("train-images-idx3-ubyte.zip")
  #expect(throws: FileError(.noInput, path: file, "is a file, not a directory")) {
    try IDX.path(of: .images, "train", in: file)
  }
  try scratch.write("train-images-idx3-ubyte.zip", "PK\u{3}\u{4}")
  let archive = #expect(throws: FileError.self) { try IDX.path(of: .images, "train", in: file) }
  #expect(archive?.message.hasPrefix("looks like a zip archive (unpack it with unzip)") == true)
  #expect(archive?.message.hasSuffix(", where a directory is expected") == true)
  let missing = scratch.file("missing")
  #expect(throws: FileError(.noInput, path: missing, "No such file or directory")) {
    try IDX.path(of: .labels, "train", in: missing)
  }
}
