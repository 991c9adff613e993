import Formats
import Testing

@testable import Autograder

struct GradescopeResultsTests {
  /// The fields as Gradescope's documentation names them.
  @Test func aTestForEachPart() throws {
    let result = try Question.all[3].grade(TextbookSubmission(bug: .lastOfTies), .find())
    let report = GradeReport([result])
    func test(
      _ name: String, _ number: String, _ points: Double, _ score: Double, _ output: String
    ) -> JSON {
      .object([
        .init("name", .string(name)), .init("number", .string(number)),
        .init("score", .number(score)), .init("max_score", .number(points)),
        .init("status", .string(score == points ? "passed" : "failed")),
        .init("output", .string(output)),
      ])
    }
    #expect(
      report.gradescopeResults
        == .object([
          .init("score", .number(7)), .init("max_score", .number(10)),
          .init("output", .string(report.description)), .init("visibility", .string("visible")),
          .init(
            "tests",
            .array([
              test("Q4.1 random parameters", "4.1", 3, 3, ""),
              test("Q4.2 trained parameters", "4.2", 4, 4, ""),
              test(
                "Q4.3 ties: the lowest label wins", "4.3", 3, 0,
                "labels: [0] is 6, expected 1 (100 of 100 differ)"),
            ])),
        ]))
  }

  @Test func isValidJSONWithFiniteNumbers() throws {
    let results = Question.all.map { QuestionResult($0, failure: "\"NaN\"\n\u{1} \\ é") }
    let text = GradeReport(results).gradescopeResults.text
    #expect(!text.contains("null"))
    _ = try JSON.parse(Array(text.utf8))
  }
}
