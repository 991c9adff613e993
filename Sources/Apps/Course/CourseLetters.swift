import Formats

/// The letters of a course: six files, small, medium and large, to learn from and to be tested on.
struct CourseLetters {
  /// What each label stands for.
  let names: String
  /// By the files' names, such as `smallTrain`.
  let files: [Named<LetterCSV>]
  /// As they are written into a starter.
  let texts: [(name: String, bytes: [UInt8])]
  /// Whether they are a teacher's, of which no reference file says what is right.
  let isOwn: Bool

  var classes: Int { names.count }
  var pixels: Int { files[0].value.columns }

  static let fileNames = ["small", "medium", "large"].flatMap { ["\($0)Train", "\($0)Test"] }

  /// Letters that were drawn.
  init(
    names: String, drawn: [(name: String, text: String)]
  ) throws(FileError) {
    self.names = names
    isOwn = false
    texts = drawn.map { ($0.name, Array($0.text.utf8)) }
    var files: [Named<LetterCSV>] = []
    for file in texts {
      files.append(
        Named(
          file.name,
          try LetterCSV.parse(file.bytes, path: file.name, as: .labelled, classes: names.count)))
    }
    self.files = files
  }

  /// The letters of a folder: the hand-out's, or a teacher's.
  /// - Parameter names: what the labels stand for; nil for what `letters.txt` in the folder says.
  /// - Throws: `FileError` where a file is missing or malformed, the images differ in size, or a set to
  ///   learn from has one class only.
  init(folder: String, names given: String?, isOwn: Bool) throws(FileError) {
    var names = given ?? ""
    if given == nil { names = try Self.names(in: folder) }
    var files: [Named<LetterCSV>] = []
    var texts: [(name: String, bytes: [UInt8])] = []
    for name in Self.fileNames {
      let path = "\(folder)/\(name).csv"
      let bytes = try readFile(path)
      let layout = files.first.map { LetterCSV.Layout.labelledPixels($0.value.columns) }
      let csv = try LetterCSV.parse(
        bytes, path: path, as: layout ?? .labelled, classes: names.count)
      if name.hasSuffix("Train"), Set(csv.labels ?? []).count < 2 {
        throw FileError(.data, path: path, "has letters of one class, where two or more are needed")
      }
      files.append(Named(name, csv))
      texts.append((name, bytes))
    }
    (self.names, self.files, self.texts, self.isOwn) = (names, files, texts, isOwn)
  }

  /// Writes the files, and what their labels stand for.
  func write(to new: NewFolder, _ folder: String) throws(FileError) {
    for file in texts { try new.write(file.bytes, to: "\(folder)/\(file.name).csv") }
    try new.write(names + "\n", to: "\(folder)/letters.txt")
  }

  /// How many there are and of what size, for the assignment.
  var inWords: String {
    pixels == 128
      ? "\(classes) of them, images of 16×8 pixels"
      : "\(classes) of them, images of \(pixels) pixels"
  }

  private static func names(in folder: String) throws(FileError) -> String {
    let path = "\(folder)/letters.txt"
    let line = try readText(path).prefix { !$0.isNewline }
    guard areNames(String(line)) else {
      throw FileError(.data, path: path, line: 1, "\(quoted(line.utf8)) is not \(namesKind)")
    }
    return String(line)
  }

  /// Whether a text has a letter for each label.
  static func areNames(_ text: String) -> Bool {
    text.count > 1 && Set(text).count == text.count && !text.contains { $0.isWhitespace }
  }

  static let namesKind = "two or more letters, all different"
}
