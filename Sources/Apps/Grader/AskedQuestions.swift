import Cases
import Formats
import GradeCommand
import Grading
import Terminal

// teacher
import Questions

// end

/// What is asked, and the files that what is graded must not see.
struct AskedQuestions {
  let questions: [Question]
  let secrets: [String]

  /// Those of a folder, or the course's own.
  init(_ arguments: ParsedArguments) throws {
    // teacher
    guard let folder = arguments[GradeOptions.cases] else {
      let files = try ReferenceFiles.find()
      self.init(
        questions: Question.course(
          files, seed: arguments[GradeOptions.seed] ?? 0,
          hiddenSeed: arguments[GradeOptions.hiddenSeed]),
        secrets: [files.outputs, files.data])
      return
    }
    guard arguments[GradeOptions.seed] == nil, arguments[GradeOptions.hiddenSeed] == nil else {
      throw UsageError("--cases says what is asked, so --seed and --hidden-seed are not accepted")
    }
    try self.init(folder: folder, name: mistakeNamer)
    // end
    // starter: let folder = try arguments[GradeOptions.cases] ?? packageFolder("Cases")
    // starter: try self.init(folder: folder) { _ in { _, _ in nil } }
  }

  private init(folder path: String, name: (_ id: String) -> PartPlan.Name) throws(FileError) {
    let folder = CaseFolder(path)
    self.init(
      questions: try folder.questions().map { $0.question(name: name) },
      secrets: [path, try folder.letters()])
  }

  private init(questions: [Question], secrets: [String]) {
    (self.questions, self.secrets) = (questions, secrets)
  }

  /// What is expected to be asked, before it is known.
  static var expected: [Question] {
    // teacher
    Question.course(ReferenceFiles(outputs: "", data: ""))
    // end
    // starter: []
  }
}
