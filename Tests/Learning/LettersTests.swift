import Formats
import Layers
import Learning
import TestSupport
import Testing

struct LettersTests {
  @Test func aFileOfLettersIsASetOfTenClasses() throws {
    let scratch = try Scratch()
    let path = try scratch.write("letters.csv", "3,0,1\n9,0.5,0\n")
    let set = try DataSet.letters(path)
    #expect(set.x == Matrix(rows: 2, columns: 2, [0, 1, 0.5, 0]))
    #expect(set.labels == [3, 9] && set.y.columns == 10)
    #expect(try DataSet.letters(path, pixels: 2).count == 2)
    #expect(
      throws: FileError(
        .data, path: path, line: 1, column: 4, "3 fields, where a label and 128 pixels are expected"
      )
    ) { try DataSet.letters(path, pixels: 128) }
  }
}
