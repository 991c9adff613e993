import Formats

/// A question of the course: parts that are graded one by one.
public struct Question: Sendable {
  /// For example `Q1`.
  public let id: String
  /// What is graded, in a few words.
  public let title: String
  /// Its parts; their points are the question's.
  public let parts: [Part]

  init(_ id: String, _ title: String, _ parts: [Part]) {
    self.id = id
    self.title = title
    self.parts = parts
  }

  /// The points of all parts.
  public var points: Double { parts.reduce(0) { $0 + $1.points } }

  /// All questions, worth 100 points.
  public static let all = [
    forwardPass, backwardPass, training, prediction, trainingAndTesting, finiteDifferences,
  ]

  /// Grades the submission against the reference files.
  /// - Throws: `FileError` when a reference file is missing or malformed.
  public func grade(
    _ submission: any Submission, _ files: ReferenceFiles
  ) throws(FileError) -> QuestionResult {
    let results = try parts.map { part throws(FileError) in try part.grade(submission, files) }
    return QuestionResult(question: self, parts: results)
  }
}

/// The outcome of a question.
public struct QuestionResult: Sendable {
  /// The question.
  public let question: Question
  /// The outcomes of its parts, in order.
  public let parts: [PartResult]
}

extension QuestionResult {
  /// The outcome of a question that could not be graded.
  public init(_ question: Question, failure: String) {
    let parts = question.parts.map { PartResult($0, failure: failure) }
    self.init(question: question, parts: parts)
  }

  /// The points earned.
  public var score: Double { parts.reduce(0) { $0 + $1.score } }

  /// What lost points, a line each: the part and why; one line if all parts have the same reason.
  public var failures: [String] {
    let reasons = parts.map(\.failure)
    if parts.count > 1, let first = reasons[0], reasons.allSatisfy({ $0 == first }) {
      return [first]
    }
    return zip(parts, reasons).compactMap { part, reason in
      reason.map { "\(part.part.id) \($0)" }
    }
  }
}
