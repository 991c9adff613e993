/// Points for a regression as NYU's DS-GA 1003 has them: the header `x,y`, then a point a line.
///
/// Lines, fields and finite numbers may look as in ``LetterCSV``.
public struct PointCSV: FileContents, Sendable, Equatable {
  /// The coordinates of each point, in file order; as many of the one as of the other, at least 1.
  public let x, y: [Double]

  /// Reads points; see ``FileContents``.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    var cursor = try CSVCursor(bytes, path: path)
    for name in ["x", "y"] { try cursor.skipHeading(name) }
    guard cursor.fields == 2 else {
      throw cursor.error("no header \"x,y\" alone in line 1", column: 3)
    }
    var (x, y): ([Double], [Double]) = ([], [])
    while try !cursor.isAtEnd() {
      x.append(try cursor.readNumber("x"))
      y.append(try cursor.readNumber("y"))
    }
    if x.isEmpty { throw cursor.error("the end, where a point is expected") }
    (self.x, self.y) = (x, y)
  }
}

extension CSVCursor {
  fileprivate mutating func skipHeading(_ name: String) throws(FileError) {
    let end = endOfField()
    let content = content(upTo: end)
    guard bytes[content].elementsEqual(name.utf8) else {
      throw error("\(quoted(bytes[content])), where the header \"x,y\" is expected")
    }
    try advance(over: end)
  }
}
