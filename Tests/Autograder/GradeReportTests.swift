import Testing

@testable import Autograder

struct GradeReportTests {
  @Test func showsScoresAndReasons() throws {
    let files = try ReferenceFiles.find()
    let prediction = try Question.all[3].grade(TextbookSubmission(bug: .lastOfTies), files)
    let report = GradeReport([
      QuestionResult(Question.all[0], failure: "did not finish within 60 s"), prediction,
      try Question.all[5].grade(PackageSubmission(), files),
    ])
    #expect(
      report.description == """
        Q1  Forward pass                                     0 /  20
            did not finish within 60 s
        Q4  Prediction                                       7 /  10
            Q4.3 labels: [0] is 6, expected 1 (100 of 100 differ)
        Q6  Finite differences                              15 /  15
        Total                                               22 /  45
        """)
    #expect(!report.isPerfect)
    #expect(GradeReport([report.results[2]]).isPerfect)
  }

  @Test func longReasonsAreWrappedAt80Columns() {
    let reason = String(repeating: "wörd ", count: 60) + "\r\n" + String(repeating: "x", count: 200)
    let report = GradeReport([QuestionResult(Question.all[0], failure: reason)])
    let lines = report.description.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.count > 70 })
    let text = lines.dropFirst().dropLast().joined()
    #expect(text.filter { $0 != " " } == reason.filter { !$0.isWhitespace })
  }

  @Test(arguments: [(20.0, "20"), (17.5, "17.5"), (2 / 3.0, "0.67"), (0.0, "0"), (19.999, "20")])
  func pointsHaveAtMostTwoDecimals(_ points: Double, _ text: String) {
    #expect(pointsText(points) == text)
  }

  @Test func beforeTheFirstQuestionThereAreNoPoints() {
    let report = GradeReport(notYetRun: Question.all)
    #expect(report.score == 0)
    #expect(report.points == 100)
    #expect(report.results.map(\.failures) == Array(repeating: ["not run yet"], count: 6))
  }
}
