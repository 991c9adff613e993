import Formats
import Layers
import Learning

extension DataSet {
  /// The titles of a file, as numbers of their characters, with their labels.
  /// - Parameters:
  ///   - classes: the labels in the order of their numbers.
  ///   - maxLength: M; longer titles are cut at the end, shorter ones padded there.
  /// - Throws: `.data` with line and column of a label that is not among the classes, or where so many
  ///   titles of so many labels would take too much memory.
  public init(
    _ file: TitleTSV, path: String, vocabulary: Vocabulary, classes: [String], maxLength: Int
  ) throws(FileError) {
    // A search through thousands of classes for each of the titles would take hours.
    let numbers = Dictionary(uniqueKeysWithValues: zip(classes, 0...))
    let labels = try file.labels.indices.map { i throws(FileError) in
      if let number = numbers[file.labels[i]] { return number }
      throw FileError(
        .data, path: path, line: i + 1, column: file.labelColumns[i],
        "label \(quoted(file.labels[i])) does not occur in the training set")
    }
    try expectToFit(labels.count, maxLength: maxLength, classes: classes.count, path)
    do throws(ShapeError) {
      try self.init(
        x: vocabulary.characters(of: file.titles, length: maxLength), labels: labels,
        classes: classes.count)
    } catch {
      throw FileError(.data, path: path, error.description)
    }
  }
}

/// The most memory that a set of titles may take.
private let mostBytes = 4e9

/// Limits what titles take: characters and targets, both once more in minibatches, probabilities that are
/// also written, and which class is taken for which.
private func expectToFit(
  _ count: Int, maxLength: Int, classes: Int, _ path: String
) throws(FileError) {
  let title = 2 * bytesOfRow(maxLength) + 20 * Double(maxLength) + 5 * bytesOfRow(classes)
  let bytes = Double(count) * title + 16 * Double(classes) * Double(classes)
  let what = "\(counted(count, "title")) of \(counted(classes, "label"))"
  if bytes > mostBytes {
    throw FileError(
      .data, path: path, "\(what) would take \(memoryText(bytes)), where 4 GB is the most")
  }
  try expectMemory(bytes, for: what, path: path)
}

extension Vocabulary {
  /// N×M: a row of character numbers per title, cut or padded to `length`.
  func characters(of titles: [String], length: Int) -> Matrix {
    var characters = Matrix(rows: titles.count, columns: length)
    for (n, title) in titles.enumerated() {
      var row = characters.mutableRow(n)
      for (k, number) in numbers(of: title, length: length).enumerated() { row[k] = Double(number) }
    }
    return characters
  }
}
