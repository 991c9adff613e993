import CLibrary
import Cases
import Formats

/// What a starter is made of.
struct Starter {
  let language: Language
  let blanks: [Blank]
  let questions: [QuestionPlan]
  let letters: CourseLetters

  var pointsText: String {
    let ids = Set(blanks.flatMap(\.parts))
    return numberText(
      questions.flatMap(\.parts).filter { ids.contains($0.id) }.reduce(0) { $0 + $1.points })
  }

  func write(to new: NewFolder) throws {
    try language.writeFramework(to: new)
    for file in try files(below: language.root) where file != "README.md" {
      let path = "\(language.root)/\(file)"
      let isBlank = blanks.contains { language.path(of: $0) == file }
      try new.write(MarkedText(try readText(path), of: file).text(isBlank: isBlank), to: file)
      if access(path, X_OK) == 0 { chmod("\(new.draft)/\(file)", 0o755) }
    }
    try new.write(try readme(), to: "README.md")
    try letters.write(to: new, "handout-data")
    try CaseFolder("\(new.draft)/Cases").write(questions, letters: "../handout-data")
  }

  /// Writes the answers, all of them.
  func writeSolution(to new: NewFolder) throws {
    let start = language.answers + "/"
    for file in try files(below: language.root) where file.hasPrefix(start) {
      let text = MarkedText(try readText("\(language.root)/\(file)"), of: file).text()
      try new.write(text, to: "Answers/" + file.dropFirst(start.count))
    }
  }

  /// The assignment, with its table of parts.
  private func readme() throws -> String {
    let rows = questions.flatMap(\.parts).map { part in
      let blank = blanks.first { $0.parts.contains(part.id) }
      let file = blank.map { "`\(language.path(of: $0))`" } ?? "given"
      return "| \(part.id) | \(part.title) | \(numberText(part.points)) | \(file) |"
    }
    let order = blanks.enumerated().map { "\($0 + 1). `\(language.path(of: $1))`" }
    return try readText("\(language.root)/README.md")
      .replacing("<!-- parts -->", with: rows.joined(separator: "\n"))
      .replacing("<!-- order -->", with: order.joined(separator: "\n"))
      .replacing("<!-- points -->", with: pointsText)
      .replacing("<!-- letters -->", with: letters.inWords)
  }
}

/// A number of points: no decimals where there are none.
func numberText(_ points: Double) -> String {
  Int(exactly: points).map { "\($0)" } ?? "\(points)"
}
