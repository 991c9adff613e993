import Layers
import Testing

@testable import Autograder

struct PartTests {
  static let cases: [(checks: [Check], score: Double, failure: String?)] = [
    ([Check("z", failure: nil), Check("b", failure: nil)], 6, nil),
    ([Check("z", failure: nil), Check("b", failure: "[0,1] is 2")], 3, "b: [0,1] is 2"),
    (
      [Check("a", failure: "bad"), Check("z", failure: nil), Check("b", failure: "worse")], 2,
      "a: bad; also wrong: b"
    ),
    ([Check("", failure: "threw NoIdea()")], 0, "threw NoIdea()"),
  ]

  @Test(arguments: cases)
  func checksShareThePoints(_ checks: [Check], _ score: Double, _ failure: String?) {
    let result = PartResult(part: part(points: 6) { _ in checks }, checks: checks)
    #expect(result.score == score)
    #expect(result.failure == failure)
  }

  @Test func whatTheSubmissionThrowsCostsThePart() throws {
    let part = part(points: 6) { _ in throw ShapeError("Linear", "a is 1×2") }
    let result = try part.grade(PackageSubmission(), ReferenceFiles(outputs: "", data: ""))
    #expect(result.score == 0)
    #expect(result.failure == "threw Linear: a is 1×2")
  }

  /// A sixth of each part but the last, in which the modules are the package's: (5 · 3 + 2) / 6.
  @Test func aWrongLossCostsASixth() throws {
    let submission = TextbookSubmission(bug: .lossWithoutMinus)
    let result = try Question.all[0].grade(submission, .find())
    #expect(abs(result.score - (20 - 17.0 / 6)) < 1e-12)
  }

  @Test func oneReasonForAllPartsIsToldOnce() {
    let result = QuestionResult(Question.all[0], failure: "trapped (signal 4)")
    #expect(result.score == 0)
    #expect(result.failures == ["trapped (signal 4)"])
  }

  private func part(
    points: Double, checks: @escaping @Sendable (any Submission) throws -> [Check]
  ) -> Part {
    Part("Q0.1", "a part", points: points) { submission, _ in try checks(submission) }
  }
}
