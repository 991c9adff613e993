import Formats
import Layers
import Learning

extension DataSet {
  /// The titles of a file, as numbers of their characters, with their labels.
  /// - Parameters:
  ///   - classes: the labels in the order of their numbers.
  ///   - maxLength: M; longer titles are cut at the end, shorter ones padded there.
  /// - Throws: `.data` with line and column of a label that is not among the classes.
  public init(
    _ file: TitleTSV, path: String, vocabulary: Vocabulary, classes: [String], maxLength: Int
  ) throws(FileError) {
    let labels = try file.labels.indices.map { i throws(FileError) in
      if let number = classes.firstIndex(of: file.labels[i]) { return number }
      throw FileError(
        .data, path: path, line: i + 1, column: file.labelColumns[i],
        "label \(quoted(file.labels[i])) does not occur in the training set")
    }
    do throws(ShapeError) {
      try self.init(
        x: vocabulary.characters(of: file.titles, length: maxLength), labels: labels,
        classes: classes.count)
    } catch {
      throw FileError(.data, path: path, error.description)
    }
  }
}

extension Vocabulary {
  /// N×M: a row of character numbers per title, cut or padded to `length`.
  func characters(of titles: [String], length: Int) -> Matrix {
    let numbers = titles.flatMap { self.numbers(of: $0, length: length) }
    return Matrix(rows: titles.count, columns: length, numbers.map(Double.init))
  }
}
