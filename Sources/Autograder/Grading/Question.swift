import Formats

/// A question of a course: parts that are graded one by one.
public struct Question: Sendable {
  /// For example `Q1`.
  public let id: String
  /// What is graded, in a few words.
  public let title: String
  /// Its parts; their points are the question's.
  public let parts: [Part]

  /// A question of these parts.
  public init(_ id: String, _ title: String, _ parts: [Part]) {
    (self.id, self.title, self.parts) = (id, title, parts)
  }

  /// The points of all parts.
  public var points: Double { parts.reduce(0) { $0 + $1.points } }
}

/// The outcome of a part.
public struct PartResult: Sendable {
  /// The part.
  public let part: Part
  /// The points earned.
  public let score: Double
  /// Why points were lost.
  public let failure: String?
  /// The known mistake that the answers show.
  public let mistake: String?
  /// What the program took; nil where none was started.
  public let usage: Usage?
  /// The end of what it printed.
  public let log: String

  /// What was found by asking.
  public init(_ part: Part, _ findings: Findings, usage: Usage? = nil, log: String = "") {
    (self.part, failure, mistake) = (part, findings.failure, findings.mistake)
    score = part.points * findings.share
    (self.usage, self.log) = (usage, log)
  }

  /// A part that earns nothing for this reason.
  public init(_ part: Part, failure: String, usage: Usage? = nil, log: String = "") {
    (self.part, self.failure, score, mistake) = (part, failure, 0, nil)
    (self.usage, self.log) = (usage, log)
  }
}

/// The outcome of a question.
public struct QuestionResult: Sendable {
  /// The question.
  public let question: Question
  /// The outcomes of its parts, in order.
  public var parts: [PartResult]

  /// The outcomes of a question's parts.
  public init(_ question: Question, _ parts: [PartResult]) {
    (self.question, self.parts) = (question, parts)
  }

  /// The points earned.
  public var score: Double { parts.reduce(0) { $0 + $1.score } }

  /// What lost points, a line each: the part and why; one line if all parts have the same reason.
  public var failures: [String] {
    let reasons = parts.map(\.failure)
    if parts.count > 1, let first = reasons[0], reasons.allSatisfy({ $0 == first }) {
      return [first]
    }
    return zip(parts, reasons).compactMap { result, reason in
      reason.map { "\(result.part.id) \(result.part.title): \($0)" }
    }
  }
}
