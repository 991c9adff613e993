import Formats
import Testing

@Test(arguments: [
  (FileError(.data, path: "a.csv", line: 17, column: 42, "bad"), "a.csv:17:42: bad"),
  (FileError(.data, path: "a.csv", line: 17, "bad"), "a.csv:17: bad"),
  (FileError(.noInput, path: "-", "bad"), "<stdin>: bad"),
  (FileError(.noInput, path: "a\nb\u{1b}[31m", "bad"), #"a\nb\u{1b}[31m: bad"#),
  (
    FileError(.noInput, path: "/some/very/long/path/with/more/than/forty/characters", "bad"),
    "/some/very/long/path/with/more/than/forty/characters: bad"
  ),
])
func errorIsDescribedOnOneLine(error: FileError, description: String) {
  #expect(error.description == description)
}
