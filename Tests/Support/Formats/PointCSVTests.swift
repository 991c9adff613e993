import Formats
import Testing

struct PointCSVTests {
  @Test(arguments: [
    "x,y\n0.5,-1\n2,3e-1\n", "x,y\r\n0.5,-1\r\n2,3e-1", "\u{feff} x , y\n+.5,-1.0\n 2\t,0.3\n\n \n",
  ])
  func acceptedSpellings(text: String) throws {
    let points = try PointCSV(bytes: Array(text.utf8), path: "points.csv")
    #expect(points.x == [0.5, 2])
    #expect(points.y == [-1, 0.3])
  }

  static let malformed: [Malformed] = [
    Malformed("empty", "", 1, 1, "the file has no lines"),
    Malformed("no header", "0.5,1\n", 1, 1, #""0.5", where the header "x,y" is expected"#),
    Malformed("other header", "x,z\n1,2\n", 1, 2, #""z", where the header "x,y" is expected"#),
    Malformed("three columns", "x,y,z\n1,2,3\n", 1, 3, #"no header "x,y" alone in line 1"#),
    Malformed("no points", "x,y\n", 2, 1, "the end, where a point is expected"),
    Malformed(
      "not a number", "x,y\n1,2\n3,abc\n", 3, 2, #"y "abc" is not a finite decimal number"#),
    Malformed("infinite", "x,y\ninf,2\n", 2, 1, #"x "inf" is not a finite decimal number"#),
    Malformed("too large", "x,y\n1,1e400\n", 2, 2, #"y "1e400" is not a finite decimal number"#),
    Malformed("empty field", "x,y\n1,\n", 2, 2, "y is empty"),
    Malformed("one field", "x,y\n1,2\n3\n", 3, 2, "1 field, where line 1 has 2"),
    Malformed("three fields", "x,y\n1,2,3\n", 2, 3, "3 fields, where line 1 has 2"),
    Malformed("blank line", "x,y\n1,2\n\n3,4\n", 3, 1, "blank line"),
    Malformed("semicolon", "x;y\n1;2\n", 1, 1, #"";" between fields, where "," is expected"#),
  ]

  @Test(arguments: malformed)
  func errorsSayWhere(file: Malformed) {
    #expect(throws: file.error(path: "points.csv")) {
      try PointCSV(bytes: file.bytes, path: "points.csv")
    }
  }
}
