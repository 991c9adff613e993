import Formats
import Learning
import Terminal

extension RunRecord: FileContents {
  /// Reads the contents of a `run.json`; `path` is its name in errors. Members of other names are
  /// passed over, and a record may say nothing of files.
  /// - Throws: `.data` where a member is missing or no run can have it.
  init(bytes: [UInt8], path: String) throws(FileError) {
    let root = JSONPlace(try JSON(bytes: bytes, path: path), path: path)
    guard root.value["program"]?.string == Self.program else {
      throw root.error("the record of a run of \(Self.program)")
    }
    let epochs = try root.member("epochs").epochs()
    let final = try root.member("final")
    let (train, validation) = (try final.member("train"), try final.member("validation"))
    self.init(
      version: try root.member("version").string(),
      command: try root.member("command").strings(),
      settings: try root.member("settings").settings(),
      letters: try root.member("letters").letters(),
      training: try root.member("training").mark(),
      validation: try root.member("validation").mark(),
      epochs: epochs,
      final: EpochLosses(
        epoch: try root.member("epochs_trained").integer(epochs.count...epochs.count),
        training: try train.member("loss").loss(), validation: try validation.member("loss").loss(),
        trainingError: try train.member("error").share(),
        validationError: try validation.member("error").share()),
      alpha: try root.member("alpha_sha256").digest(),
      beta: try root.member("beta_sha256").digest(),
      files: try root.value["files"] == nil ? [] : root.member("files").files())
  }
}

// What a run's record holds beside texts and numbers.
extension JSONPlace {
  fileprivate func settings() throws(FileError) -> [Named<String>] {
    try elements().map { (setting) throws(FileError) in
      Named(try setting.member("name").string(), try setting.member("value").string())
    }
  }

  fileprivate func files() throws(FileError) -> [Named<String>] {
    try elements().map { (file) throws(FileError) in
      let name = try file.member("file").string()
      guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else {
        throw try file.member("file").error("the name of a file in the folder")
      }
      return Named(name, try file.member("sha256").digest())
    }
  }

  fileprivate func letters() throws(FileError) -> [String] {
    let letters = try strings()
    guard LabelNames(letters.joined())?.all == letters else {
      throw error("a list of " + LabelNames.kind)
    }
    return letters
  }

  fileprivate func mark() throws(FileError) -> LetterFile.Mark {
    LetterFile.Mark(
      path: try member("file").string(), count: try member("count").integer(1...Int.max),
      sha256: try member("sha256").digest())
  }

  /// Epochs are counted from 1, and none is left out.
  fileprivate func epochs() throws(FileError) -> [EpochLosses] {
    var epochs: [EpochLosses] = []
    for place in try elements() {
      let number = epochs.count + 1
      epochs.append(
        EpochLosses(
          epoch: try place.member("epoch").integer(number...number),
          training: try place.member("train").loss(),
          validation: try place.member("validation").loss(),
          trainingError: try place.member("train_error").share(),
          validationError: try place.member("validation_error").share()))
    }
    return epochs
  }

  fileprivate func loss() throws(FileError) -> Double {
    try number(0...Double.greatestFiniteMagnitude, "a number from 0 on")
  }

  /// An error rate; nil where it is not known.
  fileprivate func share() throws(FileError) -> Double? {
    value == .null ? nil : try number(0...1, "a number from 0 to 1, or null")
  }

  fileprivate func digest() throws(FileError) -> String {
    let text = try string()
    guard text.utf8.count == 64, text.utf8.allSatisfy("0123456789abcdef".utf8.contains) else {
      throw error("a SHA-256 in 64 hexadecimal digits")
    }
    return text
  }
}
