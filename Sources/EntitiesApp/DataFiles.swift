import Entities
import Formats

/// The files of a dataset: `tiny.train`, `tiny.valid` and `tiny.test`.
struct DataFiles {
  private let path: String

  /// - Parameter folder: where they lie; nil for the titles that come with the package.
  /// - Throws: `FileError` when the package's folder is missing.
  init(_ dataset: String, folder: String?) throws(FileError) {
    let folder = if let folder { folder } else { try packageFolder("handout-data") + "/titles" }
    path = "\(folder)/\(dataset)"
  }

  /// The training titles, from which vocabulary and classes follow.
  /// - Throws: `FileError`.
  func readTraining() throws(FileError) -> TitleTSV { try TitleTSV.read("\(path).train") }

  /// The titles of one file as a model reads them.
  /// - Throws: `FileError`, also for a label that does not occur in training.
  func read(_ name: String, for model: Alphabet, maxLength: Int) throws(FileError) -> TitleSet {
    let path = "\(path).\(name)"
    return try model.titles(try TitleTSV.read(path), path: path, maxLength: maxLength)
  }
}

/// What a network's numbers stand for.
struct Alphabet: Equatable {
  let vocabulary: Vocabulary
  /// The labels in the order of their numbers.
  let classes: [String]

  init(vocabulary: Vocabulary, classes: [String]) {
    (self.vocabulary, self.classes) = (vocabulary, classes)
  }

  /// The characters and the sorted labels of a training file.
  init(of training: TitleTSV) {
    self.init(
      vocabulary: Vocabulary(of: training.titles), classes: Set(training.labels).sorted())
  }

  /// The titles of a file in numbers.
  /// - Throws: `FileError` for a label that is not a class.
  func titles(_ file: TitleTSV, path: String, maxLength: Int) throws(FileError) -> TitleSet {
    try TitleSet(
      file, path: path, vocabulary: vocabulary, classes: classes, maxLength: maxLength)
  }
}
