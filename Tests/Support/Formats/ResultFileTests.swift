import Formats
import TestSupport
import Testing

@Test func aResultReplacesWhatIsThere() throws {
  let scratch = try Scratch()
  let file = try ResultFile(scratch.file("a"))
  try file.write([1, 2])
  try file.write("β\n")
  #expect(try scratch.read("a") == "β\n")
}

@Test(arguments: ["data", "./data"]) func aResultReplacesNoInput(name: String) throws {
  let scratch = try Scratch()
  let path = scratch.file(name)
  let inputs = [scratch.file("other"), try scratch.write("data", "1")]
  #expect(throws: FileError(.cannotCreate, path: path, "is read from; a result would replace it")) {
    try ResultFile(path, from: inputs)
  }
  #expect(throws: FileError(.cannotCreate, path: scratch.path, "is a directory, not a file")) {
    try ResultFile(scratch.path)
  }
}
