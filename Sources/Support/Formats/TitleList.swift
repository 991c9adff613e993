/// Titles as people write them, one a line; a tab and a label may follow, which is not read.
public struct TitleList: FileContents, Sendable, Equatable {
  /// The titles in file order, each as ``TitleTSV/title(typed:)`` has it.
  public let titles: [String]

  /// Reads titles; see ``FileContents``.
  public init(bytes: [UInt8], path: String) throws(FileError) {
    var reader = try TitleTSVReader(bytes, path: path)
    var titles: [String] = []
    while try !reader.isAtEnd() { titles.append(try reader.readTitle()) }
    self.titles = titles
  }
}
