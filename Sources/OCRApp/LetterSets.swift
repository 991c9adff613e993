import Formats
import Learning
import Terminal

/// The letters of a set: `smallTrain.csv`, and `smallTest.csv` or `smallValidation.csv`.
struct LetterSets {
  let training: DataSet
  let validation: DataSet
  /// What their labels stand for.
  let names: LabelNames

  /// The sets that come with the package.
  static let own = ["small", "medium", "large"]

  /// Reads the files of a set from a folder, by default the package's `handout-data`. What the
  /// labels stand for says `letters.txt` there, unless it is given.
  /// - Throws: `UsageError` for a set that the package does not have, `FileError` when a file is
  ///   missing or wrong, or the images differ in size.
  init(_ set: String, folder: String?, names: LabelNames?) throws {
    guard folder != nil || Self.own.contains(set) else {
      throw UsageError.unknown(
        "SIZE", set, accepted: Self.own, "or with --data the name of another set")
    }
    let folder = try folder ?? packageFolder("handout-data")
    self.names = try names ?? LabelNames(in: folder)
    training = try DataSet.letters(Self.file(set, ["Train"], in: folder))
    validation = try DataSet.letters(
      Self.file(set, ["Test", "Validation"], in: folder), pixels: training.x.columns)
  }

  /// The first file of these that is there: `smallTrain.csv`, `smalltrain.csv`, `small_train.csv`
  /// or, as some courses have it, `train.csv`; if none is, the first.
  private static func file(_ set: String, _ parts: [String], in folder: String) -> String {
    let small = parts.map { $0.lowercased() }
    let files =
      (parts.map { set + $0 } + small.map { set + $0 } + small.map { "\(set)_\($0)" } + small)
      .map { "\(folder)/\($0).csv" }
    return files.first(where: fileExists) ?? files[0]
  }
}

extension LetterSets {
  /// What was read, in a line or two.
  var summary: String {
    "\(training.count) letters of \(training.x.columns) pixels to learn from "
      + "(\(classCounts(training.classCounts, names: names.all))), \(validation.count) to validate"
  }

  /// Whether the first pixel may have been taken for the label: of 16×8 pixels all are 0 or 1.
  var mayLackLabels: Bool {
    training.x.columns + 1 == letterRows * letterColumns && training.labels.allSatisfy { $0 <= 1 }
  }
}
