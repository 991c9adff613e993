import TestSupport
import Testing

@testable import Formats

@Test func missingDirectoriesAreMade() throws {
  let scratch = try Scratch()
  let path = scratch.file("a//b/c/")
  try createDirectories(path)
  try createDirectories(path)
  #expect(status(of: scratch.file("a/b/c"))?.isDirectory == true)
}

@Test func fileInTheWayIsAnError() throws {
  let scratch = try Scratch()
  let file = scratch.file("file")
  try writeAtomically([], to: file)
  #expect(throws: FileError(.cannotCreate, path: file, "is not a directory")) {
    try createDirectories(file)
  }
  #expect(throws: FileError(.cannotCreate, path: file + "/a/b", "Not a directory")) {
    try createDirectories(file + "/a/b")
  }
  #expect(throws: FileError(.cannotCreate, path: "", "No such file or directory")) {
    try createDirectories("")
  }
}

@Test(arguments: [
  ("runs/model", "runs"), ("model", "."), ("/model", "/"), ("runs//model/", "runs/"), ("/", "/"),
  ("", "."),
])
func directoryHoldsTheFile(path: String, expected: String) {
  #expect(directory(of: path) == expected)
}
