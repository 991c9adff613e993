import CLibrary
import Formats
import GradeCommand
import Grading
import Terminal

/// The whole program `grader`, which `ocr grade` becomes: it has the name by which it was called.
/// - Parameter own: what it asks where no folder says so; nil where one must.
public func gradeProgram(asking own: OwnQuestions? = nil) -> Never {
  let name = CommandLine.arguments[0] == "ocr" ? "ocr" : "grader"
  Program(
    name, version: "0.1.0",
    command: GradeOptions.command(name, example: "grader", draws: own != nil) {
      try grade($0, own)
    }
  ).run()
}

/// Grades a program: each part with a process of its own, so that a trap, an endless loop or a cheat
/// costs one part. The report is whole at every moment.
private func grade(_ arguments: ParsedArguments, _ own: OwnQuestions?) throws -> ExitCode {
  prepareForChildren()
  let program = try answersProgram(arguments[GradeOptions.answers])
  let json = arguments[GradeOptions.part] == nil ? arguments[GradeOptions.json] : nil
  let report = ReportFile(
    try json.map { path throws(FileError) in try ResultFile(path, from: [program]) },
    leaderboard: arguments[GradeOptions.leaderboard])
  let asked = try questions(arguments, own, report)
  let grader = try grader(
    of: program, asked.secrets, arguments[GradeOptions.account], limits(arguments))
  if let id = arguments[GradeOptions.part] {
    return try showCases(
      of: id, in: asked.questions, by: grader,
      as: arguments[GradeOptions.python] ? .python : .swift)
  }
  let grades = try gradeAll(
    asked, by: grader, report, showsLog: arguments[GradeOptions.log])
  if Interrupt.requested { return Interrupt.exitCode }
  return grades.isPerfect ? .success : .failure
}

/// The system's tools are found whatever the caller's PATH says, and children inherit no open file.
private func prepareForChildren() {
  let path = getenv("PATH").map { String(cString: $0) + ":" } ?? ""
  setenv("PATH", path + "/usr/bin:/bin:/usr/sbin:/sbin", 1)
  keepFilesFromChildren()
  Interrupt.install()
}

/// Where nothing can be graded, the report says so, too.
private func questions(
  _ arguments: ParsedArguments, _ own: OwnQuestions?, _ report: ReportFile
) throws -> AskedQuestions {
  var grades = GradeReport(notYetRun: own?.expected ?? [])
  report.write(grades)
  do {
    return try AskedQuestions(arguments, own)
  } catch {
    grades.refuse("could not be graded: \(error)")
    report.write(grades)
    throw error
  }
}

private func limits(_ arguments: ParsedArguments) -> Limits {
  var limits = Limits()
  limits.seconds = arguments[GradeOptions.time]
  limits.memory = arguments[GradeOptions.memory] << 20
  return limits
}

private func gradeAll(
  _ asked: AskedQuestions, by grader: Grader, _ report: ReportFile, showsLog: Bool
) throws -> GradeReport {
  let width = TerminalCapabilities(.standard).width
  var shown = 0
  // A terminal that went away or is full must not keep the file from being finished.
  var failure: OutputError?
  func show(_ text: String) {
    guard failure == nil else { return }
    do throws(OutputError) {
      try Output.standard.write(text + "\n")
    } catch {
      failure = error
    }
  }
  let grades = grader.grade(asked.questions) { grades, done in
    report.write(grades)
    while shown < done {
      show(grades.results[shown].text(width: width))
      if showsLog { grades.results[shown].logs.forEach(show) }
      shown += 1
    }
  }
  if !asked.foundFolders.isEmpty {
    show("cases from " + asked.foundFolders.map(\.printable).joined(separator: " and "))
  }
  show(grades.ending(width: width))
  try report.finish()
  if let failure { throw failure }
  return grades
}

extension QuestionResult {
  /// What each part took and printed.
  fileprivate var logs: [String] {
    parts.compactMap { result in
      result.usage.map { usage in
        let lines = result.log.split(separator: "\n").map { "\n    | " + $0 }
        return "    \(result.part.id) took \(usage.text)" + lines.joined()
      }
    }
  }
}
