import CLibrary
import Formats

/// Grades each question in a process of its own, so that a trap or an endless loop in a submission
/// costs the points of one question.
///
/// The process prints ``QuestionResult/answer`` as its last line and exits with 0.
public struct IsolatedGrader: Sendable {
  private let timeLimit: Double
  private let command: @Sendable (Question) -> [String]

  /// A grader.
  /// - Parameters:
  ///   - timeLimit: for each question, in seconds.
  ///   - command: the program's path and its arguments that grade a question.
  public init(timeLimit: Double = 60, command: @escaping @Sendable (Question) -> [String]) {
    self.timeLimit = timeLimit
    self.command = command
  }

  /// Grades the questions one after the other.
  /// - Parameter report: gets the report so far, before the first question and after each.
  /// - Throws: what `report` throws.
  @discardableResult
  public func grade<Failure: Error>(
    _ questions: [Question] = Question.all, report: (GradeReport) throws(Failure) -> Void
  ) throws(Failure) -> GradeReport {
    var grades = GradeReport(notYetRun: questions)
    try report(grades)
    for (i, question) in questions.enumerated() {
      grades.results[i] = grade(question)
      try report(grades)
    }
    return grades
  }

  private func grade(_ question: Question) -> QuestionResult {
    // Swift's runtime would take seconds to print a backtrace, which nobody reads.
    let run = ChildProcess.run(
      command(question), variables: ["SWIFT_BACKTRACE=enable=no"], timeLimit: timeLimit)
    let reason: String
    switch run.ending {
    case .exited(0):
      let answer = Array(lines(run.output).last ?? [])
      if let result = QuestionResult(question, answer: answer) { return result }
      reason = answer.isEmpty ? "gave no result" : "gave no result, but \(quoted(answer))"
    default: reason = run.ending.words(timeLimit: pointsText(timeLimit))
    }
    return QuestionResult(question, failure: reason + complaint(run.errors))
  }
}

/// The lines that are not empty.
private func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
  text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
}

/// What to add to a reason: why Swift stopped the program, or else its last words.
private func complaint(_ errors: [UInt8]) -> String {
  // A stack trace may follow.
  let texts = lines(errors).map { String(decoding: $0.prefix(300), as: UTF8.self) }
  guard let text = texts.last(where: { $0.contains("Fatal error: ") }) ?? texts.last else {
    return ""
  }
  // Nothing that moves the cursor or hides text.
  let visible = text.unicodeScalars.map { scalar -> Character in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "?"
    default: Character(scalar)
    }
  }
  return ": " + String(visible)
}
