import Formats
import Layers

/// Titles as a network reads them, with their labels, in file order.
public struct TitleSet: Sendable {
  /// N×M: a row of character numbers per title (see ``Vocabulary``).
  public let characters: Matrix
  /// The classes, 0..<K.
  public let labels: [Int]

  /// The number of titles.
  public var count: Int { labels.count }

  init(characters: Matrix, labels: [Int]) {
    (self.characters, self.labels) = (characters, labels)
  }

  /// The titles of a file.
  /// - Parameters:
  ///   - classes: the labels in the order of their numbers.
  ///   - maxLength: M; longer titles are cut at the end, shorter ones padded there.
  /// - Throws: `.data` with line and column of a label that is not among the classes.
  public init(
    _ file: TitleTSV, path: String, vocabulary: Vocabulary, classes: [String], maxLength: Int
  ) throws(FileError) {
    characters = Self.characters(of: file.titles, vocabulary, maxLength)
    var labels: [Int] = []
    for (i, label) in file.labels.enumerated() {
      guard let number = classes.firstIndex(of: label) else {
        throw FileError(
          .data, path: path, line: i + 1, column: file.labelColumns[i],
          "label \(quoted(label)) does not occur in the training set")
      }
      labels.append(number)
    }
    self.labels = labels
  }

  /// N×M: a row of character numbers per title.
  static func characters(
    of titles: [String], _ vocabulary: Vocabulary, _ maxLength: Int
  ) -> Matrix {
    let numbers = titles.flatMap { vocabulary.numbers(of: $0, length: maxLength) }
    return Matrix(rows: titles.count, columns: maxLength, numbers.map(Double.init))
  }
}
