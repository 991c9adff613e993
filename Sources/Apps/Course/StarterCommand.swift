import Cases
import Formats
import Grading
import Questions
import Terminal

private let folder = Argument("DIR", as: .folder, help: "the new folder; there must be none yet")
private let blanks = Option(
  "blank", "b",
  as: .text("\"none\", or some of " + Blank.all.map(\.name).joined(separator: ",")) {
    chosen($0) != nil
  }, value: "LIST", help: "what students write (default: all; none leaves everything solved)")
private let points = Option(
  "points", as: .text, value: "FILE",
  help: "titles and points, as in the starter's Cases/questions.json")

private let language = Option(
  "language", "l", as: .choice(["swift", "python"]), default: "swift",
  help: "what answers are written in")

let starterCommand = Command(
  "starter", summary: "Write the package that students get, without the answers.",
  arguments: [folder], options: [blanks, points, language],
  examples: [
    "course starter ocr-course", "course starter ocr-course --blank linear,softmax",
    "course starter ocr-course --language python",
  ]
) { arguments in
  let starter = Starter(
    language: arguments[language] == "swift" ? try .swift() : try .python(),
    blanks: arguments[blanks].flatMap(chosen) ?? Blank.all,
    questions: try questions(arguments[points]), data: try packageFolder("handout-data"))
  let new = try NewFolder(arguments[folder])
  try new.write { try starter.write(to: new) }
  try Output.standard.write(
    """
    \(new.path) has \(starter.blanks.count) blanks, worth \(starter.pointsText) of 100 points
    Try it: cd \(new.path) && \(starter.language.gradeCommand)

    """)
  return .success
}

/// The blanks of a list, in their order; nil where one is not known.
private func chosen(_ list: String) -> [Blank]? {
  if list == "none" { return [] }
  let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  guard names.allSatisfy({ name in Blank.all.contains { $0.name == name } }) else { return nil }
  return Blank.all.filter { names.contains($0.name) }
}

private func questions(_ file: String?) throws -> [QuestionPlan] {
  let plans = QuestionPlan.course(try ReferenceFiles.find())
  guard let file else { return plans }
  return try PointsFile(file).applied(to: plans)
}
