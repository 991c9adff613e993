/// What a submission earned: the outcomes of the questions, in their order.
public struct GradeReport: Sendable {
  /// The outcomes.
  public var results: [QuestionResult]

  /// A report of these outcomes.
  public init(_ results: [QuestionResult]) {
    self.results = results
  }

  /// A report before the first question: no points yet.
  public init(notYetRun questions: [Question]) {
    self.init(questions.map { QuestionResult($0, failure: "not run yet") })
  }

  /// The points earned.
  public var score: Double { results.reduce(0) { $0 + $1.score } }
  /// The points that can be earned.
  public var points: Double { results.reduce(0) { $0 + $1.question.points } }
  /// Whether no points were lost.
  public var isPerfect: Bool { results.allSatisfy { $0.failures.isEmpty } }
}

extension GradeReport: CustomStringConvertible {
  /// A table of the scores, at most 80 columns wide, with what lost points under each question.
  public var description: String {
    (results.map(\.description) + [totalLine]).joined(separator: "\n")
  }

  /// The table's last line.
  public var totalLine: String { row("Total", score, points) }
}

extension QuestionResult: CustomStringConvertible {
  /// The question's score, and under it what lost points.
  public var description: String {
    let title = "\(question.id)  \(question.title)"
    return ([row(title, score, question.points)] + failures.flatMap(wrapped))
      .joined(separator: "\n")
  }
}

/// A line of the table: a title, and points aligned on the right.
private func row(_ title: String, _ score: Double, _ points: Double) -> String {
  padded(title, -48) + padded(pointsText(score), 6) + " / " + padded(pointsText(points), 3)
}

/// The text with spaces before it up to a width, or behind it for a negative one.
private func padded(_ text: String, _ width: Int) -> String {
  let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
  return width < 0 ? text + spaces : spaces + text
}

/// Points with at most two decimals.
func pointsText(_ points: Double) -> String {
  let text = "\((points * 100).rounded() / 100)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A message in lines of at most 80 columns, indented, broken at spaces where there are any.
private func wrapped(_ message: String) -> [String] {
  let width = 80
  var indent = "    "
  var lines: [String] = []
  var rest = message.map { $0.isNewline ? " " : $0 }[...]
  while !rest.isEmpty {
    var line = rest.prefix(width - indent.count)
    if line.count < rest.count, let space = line.lastIndex(of: " "), space > line.startIndex {
      line = line[..<space]
    }
    lines.append(indent + String(line))
    rest = rest[line.endIndex...].drop { $0 == " " }
    indent = "      "
  }
  return lines
}
