import Formats

/// What a submission earned: the outcomes of the questions, in their order.
public struct GradeReport: Sendable {
  /// The outcomes.
  public var results: [QuestionResult]
  /// Which protections were off, each a line.
  public var off: [String]
  /// Wall time in seconds.
  public var seconds = 0.0

  /// A report of these outcomes.
  public init(_ results: [QuestionResult], off: [String] = []) {
    (self.results, self.off) = (results, off)
  }

  /// A report before the first part: no points yet.
  public init(notYetRun questions: [Question], off: [String] = []) {
    let results = questions.map { question in
      QuestionResult(question, question.parts.map { PartResult($0, failure: "not run yet") })
    }
    self.init(results, off: off)
  }

  /// Gives every part this reason for having earned nothing.
  public mutating func refuse(_ reason: String) {
    for i in results.indices {
      for k in results[i].parts.indices {
        results[i].parts[k] = PartResult(results[i].parts[k].part, failure: reason)
      }
    }
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
  public var description: String { text(width: 80) }

  /// The table for a terminal of this width.
  public func text(width: Int) -> String {
    (results.map { $0.text(width: width) } + [ending(width: width)]).joined(separator: "\n")
  }

  /// The table's last lines: which protections were off, and the total.
  public func ending(width: Int) -> String {
    let notes = off.flatMap { wrapped("off: " + $0, width, indent: "") }
    return (notes + [row("Total", score, points, width)]).joined(separator: "\n")
  }
}

extension QuestionResult: CustomStringConvertible {
  /// The question's score, and under it what lost points, at most 80 columns wide.
  public var description: String { text(width: 80) }

  /// The same for a terminal of this width.
  public func text(width: Int) -> String {
    ([row("\(question.id)  \(question.title)", score, question.points, width)]
      + failures.flatMap { wrapped($0, width, indent: "    ") })
      .joined(separator: "\n")
  }
}

/// A line of the table: a title, and points aligned on the right.
private func row(_ title: String, _ score: Double, _ points: Double, _ width: Int) -> String {
  padded(title, -max(20, min(48, width - 14))) + padded(pointsText(score), 6) + " / "
    + padded(pointsText(points), 3)
}

/// The text with spaces before it up to a width, or behind it for a negative one.
private func padded(_ text: String, _ width: Int) -> String {
  let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
  return width < 0 ? text + spaces : spaces + text
}

/// A number with at most two decimals.
func pointsText(_ points: Double) -> String {
  let text = "\((points * 100).rounded() / 100)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A message in lines of at most `width` columns, indented, broken at spaces where there are any.
private func wrapped(_ message: String, _ width: Int, indent: String) -> [String] {
  var indent = indent
  var lines: [String] = []
  var rest = message.map { $0.isNewline ? " " : $0 }[...]
  while !rest.isEmpty {
    var line = rest.prefix(max(10, width - indent.count))
    if line.count < rest.count, let space = line.lastIndex(of: " "), space > line.startIndex {
      line = line[..<space]
    }
    lines.append(indent + String(line))
    rest = rest[line.endIndex...].drop { $0 == " " }
    indent = "      "
  }
  return lines
}
