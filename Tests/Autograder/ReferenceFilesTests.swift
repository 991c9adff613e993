import Formats
import Layers
import Testing

@testable import Autograder

struct ReferenceFilesTests {
  @Test func findsThePackagesFiles() throws {
    let files = try ReferenceFiles.find()
    #expect(try files.letters("smallTrain").count == 500)
    let y = try files.folder("pass/biased").matrix("y")
    #expect(y == Matrix(row: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]))
  }

  @Test func anArrayOfOneAxisIsRefused() throws {
    let folder = ReferenceFolder(path: try packageFolder("Fixtures/Formats"))
    let error = #expect(throws: FileError.self) { try folder.matrix("f8-vector") }
    #expect(error?.message == "1 axes, where 2 are expected")
    #expect(error?.path.hasSuffix("Fixtures/Formats/f8-vector.npy") == true)
  }

  @Test func aFractionIsNoLabel() throws {
    let folder = try ReferenceFiles.find().folder("train/zero-1")
    let error = #expect(throws: FileError.self) { try folder.check("labels", [2], "train") }
    #expect(error?.message.hasSuffix(", where a label is expected") == true)
  }
}
