import Formats
import Learning

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
