import Entities
import Formats
import Learning
import Terminal

let dataFolder = Option(
  "data", "d", as: .folder, value: "DIR", help: "folder of the titles (default: the package's)")
/// The name that a dataset's files have in common, or the way to it.
let dataset = Option(
  "dataset", "D", as: .dataSet(), default: "tiny", value: "NAME",
  help: "NAME.train, NAME.valid and NAME.test; NAME may be a path, without --data")

/// The files of a dataset: `tiny.train`, `tiny.valid` and `tiny.test`.
struct DataFiles {
  /// What the files have in common, without their folder.
  let name: String
  private let path: String
  /// Where they were found, if nobody said where they are.
  let foundFolder: String?

  /// Those of the dataset that is asked for, without a folder one that comes with the package.
  /// - Throws: `UsageError` where there are two folders.
  init(_ arguments: ParsedArguments) throws {
    let place = SetPath(arguments[dataset])
    if place.folder != nil, arguments[dataFolder] != nil {
      throw UsageError("--dataset has a folder of its own, so --data is not accepted")
    }
    let given = place.folder ?? arguments[dataFolder]
    let folder = try given ?? packageFolder("handout-data") + "/titles"
    (name, path) = (place.name, "\(folder)/\(place.name)")
    foundFolder = given == nil ? folder : nil
  }

  /// The three files.
  var paths: [String] { ["train", "valid", "test"].map { "\(path).\($0)" } }

  /// The training titles, from which vocabulary and classes follow.
  /// - Throws: `FileError`, also where there are so many labels that they may be the titles.
  func readTraining() throws(FileError) -> TitleTSV {
    let path = "\(path).train"
    let training = try TitleTSV.read(path)
    let most = max(20, training.titles.count / 4)
    var labels: Set<String> = []
    for label in training.labels where labels.insert(label).inserted && labels.count > most {
      throw FileError(
        .data, path: path,
        "has more than \(most) labels for \(training.titles.count) titles; a line is a title, a tab "
          + "and then its label")
    }
    return training
  }

  /// The titles of one file as a model reads them.
  /// - Throws: `FileError`, also for a label that does not occur in training.
  func read(_ name: String, _ alphabet: Alphabet, maxLength: Int) throws(FileError) -> DataSet {
    let path = "\(path).\(name)"
    return try DataSet(
      try TitleTSV.read(path), path: path, vocabulary: alphabet.vocabulary,
      classes: alphabet.classes, maxLength: maxLength)
  }
}

/// What a network's numbers stand for.
struct Alphabet {
  let vocabulary: Vocabulary
  /// The labels in the order of their numbers.
  let classes: [String]

  /// The characters and the sorted labels of a training file.
  init(of training: TitleTSV) {
    vocabulary = Vocabulary(of: training.titles)
    classes = Set(training.labels).sorted()
  }

  /// A network for them.
  func architecture(_ kind: Architecture.Kind, _ settings: TrainingSettings) -> Architecture {
    Architecture(
      kind, vocabulary: vocabulary.count, maxLength: settings.maxLength, hidden: settings.hidden,
      classes: classes.count)
  }
}
