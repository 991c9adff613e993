import Formats
import Learning
import Terminal

/// The letters of a size: `smallTrain.csv`, and `smallTest.csv` or `smallValidation.csv`.
struct LetterSets {
  let training: DataSet
  let validation: DataSet
  /// What their labels stand for.
  let names: LabelNames

  /// Reads the files of a size from a folder, by default the package's `handout-data`. What the
  /// labels stand for says `letters.txt` there, unless it is given.
  /// - Throws: `FileError` when a file is missing or wrong, or the images differ in size.
  init(_ size: String, folder: String?, names: LabelNames?) throws {
    let folder = try folder ?? packageFolder("handout-data")
    self.names = try names ?? LabelNames(in: folder)
    training = try DataSet.letters("\(folder)/\(size)Train.csv")
    let pixels = training.x.columns
    do {
      validation = try DataSet.letters("\(folder)/\(size)Test.csv", pixels: pixels)
    } catch let error as FileError where error.kind == .noInput {
      do {
        validation = try DataSet.letters("\(folder)/\(size)Validation.csv", pixels: pixels)
      } catch let other as FileError where other.kind == .noInput {
        throw error  // names the file we ship
      }
    }
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
