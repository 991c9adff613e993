import CLibrary
import Cases
import Formats

/// Where submissions are graded.
enum Platform: String, CaseIterable {
  case folder, gradescope, autolab
}

/// All that a teacher grades with: `grader` is the same everywhere, and beside it lie the platform's own
/// files and `package`, of which the grader's program is built where it will run.
struct GraderFolder {
  let platform: Platform
  let questions: [QuestionPlan]
  let letters: CourseLetters
  let starter: Starter

  func write(to new: NewFolder) throws {
    let scripts = try packageFolder("Course/Grader")
    for file in try files(below: "\(scripts)/grader") {
      try new.copy("\(scripts)/grader/\(file)", to: "grader/\(file)")
    }
    for file in ["README.md", "gradescope/setup.sh"] {
      try new.copy(
        "\(scripts)/\(file)", to: file.split(separator: "/").last.map(String.init) ?? file)
    }
    if platform != .folder {
      for file in try files(below: "\(scripts)/\(platform.rawValue)") {
        try new.copy("\(scripts)/\(platform.rawValue)/\(file)", to: file)
      }
    }
    try letters.write(to: new, "grader/letters")
    try CaseFolder("\(new.draft)/grader/Cases").write(questions, letters: "../letters")
    try starter.write(to: new.subfolder("grader/starter"))
    try starter.writeSolution(to: new.subfolder("grader/reference"))
    try writePackage(to: new)
    try pack(new)
  }

  /// The archive that the platform takes, by tools that keep what may be run.
  private func pack(_ new: NewFolder) throws {
    let contents = ["setup.sh", "README.md", "grader", "package"]
    let command: [String]
    switch platform {
    case .folder: return
    case .gradescope:
      let paths = (contents + ["run_autograder"]).map { "\(new.draft)/\($0)" }
      command = ["python3", "-m", "zipfile", "-c", "\(new.draft)/autograder.zip"] + paths
    case .autolab:
      command = ["tar", "-C", new.draft, "-cf", "\(new.draft)/autograde.tar"] + contents
    }
    let run = ChildProcess.run(command)
    guard run.ending == .exited(0) else {
      let words = String(decoding: run.errors.suffix(200), as: UTF8.self)
      throw FileError(
        .cannotCreate, path: command[0],
        "\(run.ending.words(timeLimit: "")): \(escaped(words.utf8, limit: 200))")
    }
  }

  /// The package without its tests.
  private func writePackage(to new: NewFolder) throws {
    let sources = try packageFolder("Sources")
    try new.copy("\(sources)/../Package.swift", to: "package/Package.swift")
    for file in try files(below: sources) {
      try new.copy("\(sources)/\(file)", to: "package/Sources/\(file)")
    }
  }

  /// What to do with it.
  func nextStep(_ path: String) -> String {
    switch platform {
    case .folder: "Next: \(path)/setup.sh, then course grade \(path) SUBMISSIONS"
    case .gradescope: "Next: \(path)/README.md: make an image, or upload \(path)/autograder.zip"
    case .autolab: "Next: \(path)/README"
    }
  }
}
