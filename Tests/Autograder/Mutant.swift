import Formats
import Grading
import Harness
import Testing
import Wire

@testable import Questions

/// A wrong implementation, where it must lose points, and what the report must call it.
struct Mutant: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let submission: any Submission
  /// The mistakes of the catalogue that must be named; none for one that is not there.
  let mistakes: [String]
  /// Parts that must lose points.
  let loses: [String]
  /// Questions that must not.
  let keeps: [String]

  init(
    _ name: String, _ submission: any Submission, _ mistakes: [String], loses: [String],
    keeps: [String]
  ) {
    testDescription = name
    (self.submission, self.mistakes) = (submission, mistakes)
    (self.loses, self.keeps) = (loses, keeps)
  }

  /// A textbook network with a bug.
  init(_ bug: TextbookBug, _ mistakes: String..., loses: [String], keeps: [String]) {
    testDescription = bug.rawValue
    (submission, self.mistakes) = (TextbookSubmission(bug: bug), mistakes)
    (self.loses, self.keeps) = (loses, keeps)
  }

  static let all = nets + results + modules
}

/// What a part finds of a submission in this process.
func findings(
  _ part: Part, _ submission: any Submission, known: Set<String> = []
) throws -> Findings {
  func ask(_ request: Request, _ longest: Int) throws(NoAnswer) -> [SafetensorsFile.Tensor] {
    try submission.answer(request).tensors()
  }
  return try part.findings(ask, known: known)
}
