import Cases
import Formats

/// Where submissions are graded.
enum Platform: String, CaseIterable {
  case folder, gradescope, autolab
}

/// All that a teacher grades with.
struct GraderFolder {
  let platform: Platform
  let questions: [QuestionPlan]
  let letters: CourseLetters
  let starter: Starter

  func write(to new: NewFolder) throws {
    let scripts = try packageFolder("Course/Grader")
    for folder in ["grader", platform == .folder ? "folder" : platform.rawValue] {
      for file in try files(below: "\(scripts)/\(folder)") {
        let place = folder == "grader" ? "grader/\(file)" : file
        try new.copy("\(scripts)/\(folder)/\(file)", to: place)
      }
    }
    try letters.write(to: new, "grader/letters")
    try CaseFolder("\(new.draft)/grader/Cases").write(questions, letters: "../letters")
    try starter.write(to: new.subfolder("grader/starter"))
    try writePackage(to: new)
  }

  /// The package, of which the grader's program is built where it will run; without its tests.
  private func writePackage(to new: NewFolder) throws {
    let root = try packageFolder("Sources") + "/.."
    try new.copy("\(root)/Package.swift", to: "grader/package/Package.swift")
    for file in try files(below: "\(root)/Sources") {
      try new.copy("\(root)/Sources/\(file)", to: "grader/package/Sources/\(file)")
    }
  }

  /// What to do with it.
  func nextStep(_ path: String) -> String {
    switch platform {
    case .folder: "Next: cd \(path) && ./setup.sh, then course grade\n"
    case .gradescope: "Next: zip its contents, and upload that as the autograder\n"
    case .autolab: "Next: make autograde.tar, and upload that with the Makefile\n"
    }
  }
}
