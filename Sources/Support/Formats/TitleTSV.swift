/// Names and the kind of thing each is a name of, as CMU 10-605 has them: `title<TAB>label` a line.
///
/// A title is written as in a DBpedia address: a space is `_`, and any byte of its UTF-8 may be
/// percent-encoded (`%C3%A9`, either case). `%5F` is an underscore.
///
/// Accepted are LF and CRLF, a missing final newline and blank lines at the end, a UTF-8 byte order
/// mark, and letters beyond ASCII as they are. Titles and labels are read as one sees them: without
/// white space at the ends and what is invisible, with one space for any other, and composed (NFC).
public struct TitleTSV: FileContents, Sendable, Equatable {
  /// The decoded titles in file order; title i is in line i + 1.
  public let titles: [String]
  /// The label of each title.
  public let labels: [String]
  /// The column in which each label begins, as in errors.
  public let labelColumns: [Int]

  /// Reads titles from the contents of a file; `path` is its name in errors.
  ///
  /// - Throws: `.data` with line and column, the number of the byte in the line from 1, if a line is
  ///   not a title, a tab and a label, or an encoding does not stand for UTF-8 text.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    var reader = try TitleTSVReader(bytes, path: path)
    var (titles, labels, columns): ([String], [String], [Int]) = ([], [], [])
    let count = bytes.lineCount
    titles.reserveCapacity(count)
    labels.reserveCapacity(count)
    columns.reserveCapacity(count)
    while try !reader.isAtEnd() {
      let line = try reader.readLine()
      titles.append(line.title)
      labels.append(line.label)
      columns.append(line.labelColumn)
    }
    (self.titles, self.labels, labelColumns) = (titles, labels, columns)
  }
}
