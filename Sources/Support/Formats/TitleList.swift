/// Titles as people write them, one a line; a tab and a label may follow.
public struct TitleList: FileContents, Sendable, Equatable {
  /// The titles in file order, each as ``TitleTSV/title(typed:)`` has it.
  public let titles: [String]
  /// The label of each title; nil where there is none.
  public let labels: [String?]

  /// Reads titles; see ``FileContents``.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    var reader = try TitleTSVReader(bytes, path: path)
    var (titles, labels): ([String], [String?]) = ([], [])
    titles.reserveCapacity(bytes.lineCount)
    labels.reserveCapacity(bytes.lineCount)
    while try !reader.isAtEnd() {
      let line = try reader.readTitle()
      titles.append(line.title)
      labels.append(line.label)
    }
    (self.titles, self.labels) = (titles, labels)
  }
}
