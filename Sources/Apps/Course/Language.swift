import Formats
import Terminal

/// What answers are written in, and what else a starter in that language has.
struct Language: Sendable {
  /// The folder of the starter's own files.
  let root: String
  /// What grades in it.
  let gradeCommand: String
  private let isSwift: Bool

  /// A Swift package, with those of this one's files that hold no answer.
  static func swift() throws(FileError) -> Language {
    Language(
      root: try packageFolder("Course/Starter"), gradeCommand: "swift run ocr grade", isSwift: true)
  }

  /// Python and NumPy, with the grader's program.
  static func python() throws(FileError) -> Language {
    Language(root: try packageFolder("Course/Python"), gradeCommand: "./ocr grade", isSwift: false)
  }

  /// The folder that students write in, and hand in.
  var answers: String { isSwift ? "Sources/Answers" : "answers" }

  /// Where a blank is written.
  func path(of blank: Blank) -> String {
    "\(answers)/" + (isSwift ? "\(blank.file.swift).swift" : "\(blank.file.python).py")
  }

  /// Writes what is not of the starter alone.
  func writeFramework(to new: NewFolder) throws(FileError) {
    guard isSwift else {
      // The grader that knows no answer.
      try new.copy(Program.beside("case-grader"), to: "grader")
      return
    }
    let sources = try packageFolder("Sources")
    for room in StarterContents.framework {
      let folder = "\(sources)/\(room.folder)"
      for file in try files(below: folder) where room.has(file) {
        let text = MarkedText(try readText("\(folder)/\(file)"), of: file).text()
        try new.write(text, to: "Framework/Sources/\(room.target)/\(file)")
      }
    }
  }
}
