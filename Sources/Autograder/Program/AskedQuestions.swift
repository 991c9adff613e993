import Cases
import Formats
import GradeCommand
import Grading
import Terminal

/// Questions that a grader knows by itself.
public struct OwnQuestions: Sendable {
  package let expected: [Question]
  package let draw: @Sendable (_ seed: UInt32, _ hiddenSeed: UInt32?) throws -> AskedQuestions
  package let name: @Sendable (_ id: String) -> PartPlan.Name

  /// Questions of which `expected` is what is known of them before a file is read.
  /// - Parameters:
  ///   - draw: makes them, for the seeds of the drawn cases and of hidden ones.
  ///   - name: for a part, says which mistake answers show, also where a folder has the cases.
  package init(
    expected: [Question],
    draw: @escaping @Sendable (_ seed: UInt32, _ hiddenSeed: UInt32?) throws -> AskedQuestions,
    name: @escaping @Sendable (_ id: String) -> PartPlan.Name
  ) {
    (self.expected, self.draw, self.name) = (expected, draw, name)
  }
}

/// What is asked, and the files that what is graded must not see.
package struct AskedQuestions: Sendable {
  let questions: [Question]
  let secrets: [String]
  /// The folders they were read from, where nobody named them.
  let foundFolders: [String]

  /// Questions, and the folders of their files, which were found or named.
  package init(_ questions: [Question], secrets: [String], areFound: Bool) {
    (self.questions, self.secrets) = (questions, secrets)
    foundFolders = areFound ? secrets : []
  }

  /// Those of a folder, else those that the grader knows, else those of the folder `Cases`.
  init(_ arguments: ParsedArguments, _ own: OwnQuestions?) throws {
    guard let own else {
      let given = arguments[GradeOptions.cases]
      try self.init(folder: given ?? packageFolder("Cases"), isFound: given == nil, nil)
      return
    }
    let (seed, hiddenSeed) = (arguments[GradeOptions.seed], arguments[GradeOptions.hiddenSeed])
    guard let folder = arguments[GradeOptions.cases] else {
      self = try own.draw(seed ?? 0, hiddenSeed)
      return
    }
    guard seed == nil, hiddenSeed == nil else {
      throw UsageError("--cases says what is asked, so --seed and --hidden-seed are not accepted")
    }
    try self.init(folder: folder, isFound: false, own)
  }

  private init(folder path: String, isFound: Bool, _ own: OwnQuestions?) throws(FileError) {
    let folder = try CaseFolder(path).read()
    self.init(
      folder.questions.map { $0.question { own?.name($0) ?? { _, _ in nil } } },
      secrets: [path, folder.letters], areFound: isFound)
  }
}
