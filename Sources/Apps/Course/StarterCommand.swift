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

let starterCommand = Command(
  "starter", summary: "Write the package that students get, without the answers.",
  arguments: [folder], options: [blanks, points],
  examples: ["course starter ocr-course", "course starter ocr-course --blank linear,softmax"]
) { arguments in
  let starter = Starter(
    root: try packageFolder("Course/Starter"), sources: try packageFolder("Sources"),
    data: try packageFolder("handout-data"),
    blanks: arguments[blanks].flatMap(chosen) ?? Blank.all,
    questions: try questions(arguments[points]))
  let new = try NewFolder(arguments[folder])
  try new.write { try starter.write(to: new) }
  try Output.standard.write(
    """
    \(new.path) has \(starter.blanks.count) blanks, worth \(starter.pointsText) of 100 points
    Try it: cd \(new.path) && swift run ocr grade

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

/// What a starter is made of.
struct Starter {
  /// The parts of it that are nowhere else in the package.
  let root: String
  /// The package's own.
  let sources: String
  let data: String
  let blanks: [Blank]
  let questions: [QuestionPlan]

  var pointsText: String {
    let ids = Set(blanks.flatMap(\.parts))
    return numberText(
      questions.flatMap(\.parts).filter { ids.contains($0.id) }.reduce(0) { $0 + $1.points })
  }

  func write(to new: NewFolder) throws {
    try writeFramework(to: new)
    for file in try files(below: root) where file != "README.md" {
      let text = MarkedText(try text(of: "\(root)/\(file)"))
      let isBlank = blanks.contains { file == "Sources/Answers/\($0.file).swift" }
      try new.write(text.text(isBlank: isBlank), to: file)
    }
    try new.write(try readme(), to: "README.md")
    for name in ["README.md", "letters.txt"] + letterFiles {
      try new.write(try readFile("\(data)/\(name)"), to: "handout-data/\(name)")
    }
    try CaseFolder("\(new.draft)/Cases").write(questions, letters: "../handout-data")
  }

  private var letterFiles: [String] {
    ["small", "medium", "large"].flatMap { ["\($0)Train.csv", "\($0)Test.csv"] }
  }

  private func writeFramework(to new: NewFolder) throws {
    for room in StarterContents.framework {
      let folder = "\(sources)/\(room.folder)"
      for file in try files(below: folder) where room.has(file) {
        let text = MarkedText(try text(of: "\(folder)/\(file)")).text()
        try new.write(text, to: "Framework/Sources/\(room.target)/\(file)")
      }
    }
  }

  /// The assignment, with its table of parts.
  private func readme() throws -> String {
    let own = Set(blanks.flatMap(\.parts))
    let rows = questions.flatMap(\.parts).map { part in
      let blank = blanks.first { $0.parts.contains(part.id) }
      let file = blank.map { "`\($0.file).swift`" } ?? "given"
      return "| \(part.id) | \(part.title) | \(numberText(part.points)) | \(file) |"
    }
    let order = blanks.enumerated().map { "\($0 + 1). `Sources/Answers/\($1.file).swift`" }
    return try text(of: "\(root)/README.md")
      .replacing("<!-- parts -->", with: rows.joined(separator: "\n"))
      .replacing("<!-- order -->", with: order.joined(separator: "\n"))
      .replacing("<!-- points -->", with: own.isEmpty ? "0" : pointsText)
  }
}

extension StarterContents.Room {
  /// Whether a file of the folder is part of it.
  func has(_ file: String) -> Bool {
    func isIn(_ list: [String]) -> Bool { list.contains { file == $0 || file.hasPrefix($0 + "/") } }
    return (only.map(isIn) ?? true) && !isIn(except)
  }
}

/// A number of points: no decimals where there are none.
func numberText(_ points: Double) -> String {
  Int(exactly: points).map { "\($0)" } ?? "\(points)"
}
