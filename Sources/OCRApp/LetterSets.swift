import Formats
import Learning
import Terminal

/// The letters of a set: `smallTrain.csv`, and `smallTest.csv` or `smallValidation.csv`.
struct LetterSets {
  private let trainingFile, validationFile: LetterFile
  /// What their labels stand for.
  let names: LabelNames
  /// Where they were found, if nobody said where they are.
  private let foundFolder: String?

  /// The sets that come with the package.
  static let own = ["small", "medium", "large"]

  /// Reads the files of a set from a folder, by default the package's `handout-data`. What the
  /// labels stand for says `letters.txt` there, unless it is given.
  /// - Throws: `UsageError` for a set that the package does not have or where there are two folders,
  ///   `FileError` when a file is missing or wrong, or the images differ in size.
  init(_ place: SetPath, folder: String?, names: LabelNames?) throws {
    let set = place.name
    if place.folder != nil, folder != nil {
      throw UsageError("SIZE has a folder of its own, so --data is not accepted")
    }
    let given = place.folder ?? folder
    let folder = try given ?? packageFolder("handout-data")
    let files = Self.files(set, in: folder)
    guard given != nil || Self.own.contains(set) || fileExists(files.training) else {
      throw UsageError.unknown(
        "SIZE", set, accepted: Self.own, "or the path of another set, or with --data its name")
    }
    try self.init(
      training: files.training, validation: files.validation,
      names: names ?? LabelNames(in: folder), foundFolder: given == nil ? folder : nil)
  }

  /// Reads two files.
  init(
    training: String, validation: String, names: LabelNames, foundFolder: String? = nil
  ) throws {
    (self.names, self.foundFolder) = (names, foundFolder)
    let classes = names.all.count
    trainingFile = try LetterFile(training, classes: classes)
    validationFile = try LetterFile(
      validation, pixels: trainingFile.letters.x.columns, classes: classes)
  }

  var training: DataSet { trainingFile.letters }
  var validation: DataSet { validationFile.letters }

  /// The files that were read, and what names their labels.
  var paths: [String] {
    let files = [trainingFile.path, validationFile.path]
    return files + files.map { "\(directory(of: $0))/\(LabelNames.fileName)" }
  }

  /// What tells the files that were read from others.
  var marks: (training: LetterFile.Mark, validation: LetterFile.Mark) {
    (trainingFile.mark, validationFile.mark)
  }

  /// The files of a set, or, where its training file is missing, `train.csv` and `validation.csv`: of
  /// two sets none is learnt from and the other measured. A file that is missing has its usual name.
  private static func files(
    _ set: String, in folder: String
  ) -> (training: String, validation: String) {
    let isNamed = fileExists(file(set, ["Train"], in: folder))
    let isBare = !isNamed && fileExists(file("", ["Train"], in: folder))
    return (
      file(isBare ? "" : set, ["Train"], in: folder),
      file(isBare ? "" : set, ["Test", "Validation", "Valid", "Val"], in: folder)
    )
  }

  /// The first file of these that is there: `smallTrain.csv`, `smalltrain.csv`, `small_train.csv` or
  /// `small_train_data.csv`; if none is, the first.
  private static func file(_ set: String, _ parts: [String], in folder: String) -> String {
    let small = parts.map { $0.lowercased() }
    let spellings = parts + small + small.map { "_\($0)" } + small.map { "_\($0)_data" }
    let files = spellings.map { "\(folder)/\(set)\($0).csv" }
    return files.first(where: fileExists) ?? files[0]
  }
}

extension LetterSets {
  /// What was read, in a line or two.
  var summary: String {
    "\(training.count) \(names.images) of \(training.x.columns) pixels to learn from "
      + "(\(classCounts(training.classCounts, names: names.all))), \(validation.count) to validate"
      + sourceText(foundFolder)
  }
}
