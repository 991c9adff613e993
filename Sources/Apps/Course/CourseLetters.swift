import Formats
import Terminal

/// The letters of a course: six files, small, medium and large, to learn from and to be tested on.
struct CourseLetters {
  /// A file, as it is written into a starter, and what it holds.
  struct File {
    /// Such as `smallTrain`.
    let name: String
    let bytes: [UInt8]
    let letters: LetterCSV
  }

  let names: LabelNames
  let files: [File]
  /// Whether they are a teacher's, of which no reference file says what is right.
  let isOwn: Bool

  var classes: Int { names.all.count }
  var pixels: Int { files[0].letters.columns }

  private static let fileNames = ["small", "medium", "large"].flatMap {
    ["\($0)Train", "\($0)Test"]
  }

  /// The letters of a folder: the hand-out's, or a teacher's.
  /// - Parameter names: what the labels stand for; nil for what ``LabelNames`` finds in the folder.
  /// - Throws: `FileError` where a file is missing, or as ``init(names:isOwn:_:)``.
  init(folder: String, names: LabelNames?, isOwn: Bool) throws(FileError) {
    var found = names
    if found == nil { found = try LabelNames(in: folder) }
    var contents: [(path: String, bytes: [UInt8])] = []
    for name in Self.fileNames {
      let path = "\(folder)/\(name).csv"
      contents.append((path, try readFile(path)))
    }
    try self.init(names: found ?? .digits, isOwn: isOwn, contents)
  }

  /// Letters of these files' contents, in the order small, medium, large, each to learn from and to be
  /// tested on.
  /// - Throws: `.data` where a file is malformed, the images differ in size, or a set to learn from has
  ///   one class only.
  init(
    names: LabelNames, isOwn: Bool, _ contents: [(path: String, bytes: [UInt8])]
  ) throws(FileError) {
    var files: [File] = []
    for (name, (path, bytes)) in zip(Self.fileNames, contents) {
      let layout = files.first.map { LetterCSV.Layout.labelledPixels($0.letters.columns) }
      let letters = try LetterCSV.parse(
        bytes, path: path, as: layout ?? .labelled, classes: names.all.count)
      if name.hasSuffix("Train"), Set(letters.labels ?? []).count < 2 {
        throw FileError(.data, path: path, "has letters of one class, where two or more are needed")
      }
      files.append(File(name: name, bytes: bytes, letters: letters))
    }
    (self.names, self.files, self.isOwn) = (names, files, isOwn)
  }

  /// The letters of a file.
  subscript(name: String) -> LetterCSV {
    guard let file = files.first(where: { $0.name == name }) else {
      preconditionFailure("there are no letters \(name)")
    }
    return file.letters
  }

  /// Writes the files, and what their labels stand for.
  func write(to new: NewFolder, _ folder: String) throws(FileError) {
    for file in files { try new.write(file.bytes, to: "\(folder)/\(file.name).csv") }
    try new.write(names.all.joined() + "\n", to: "\(folder)/\(LabelNames.fileName)")
  }

  /// How many there are and of what size, for the assignment.
  var inWords: String {
    "\(classes) of them, images of \(pixels == 128 ? "16×8" : "\(pixels)") pixels"
  }
}
