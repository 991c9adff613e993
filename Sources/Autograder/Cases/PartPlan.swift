import Formats
import Grading
import Wire

/// A part of a question as data: it can be asked, and written to a folder.
package struct PartPlan: Sendable {
  package let id: String
  package var title: String
  package var points: Double
  package let contents: Contents

  /// What is asked.
  package enum Contents: Sendable {
    /// These, one after the other.
    case cases([Case])
    /// The gradients of the program's own forward; see ``DifferenceCheck``.
    case differences(Request)
    /// Nothing: a file cannot be read.
    case unreadable(FileError)
  }

  package init(_ id: String, _ title: String, points: Double, _ contents: Contents) {
    (self.id, self.title, self.points, self.contents) = (id, title, points, contents)
  }

  /// Says which known mistake the answers show, if one.
  package typealias Name = @Sendable ([Judgement], _ known: Set<String>) -> String?

  /// The part, to be asked.
  package func part(name: @escaping Name) -> Part {
    switch contents {
    case .cases(let cases): Part(id, title, points: points, cases, name: name)
    case .differences(let request):
      Part(id, title, points: points) { ask, _ in
        Findings(DifferenceCheck.judgements(request, ask))
      }
    case .unreadable(let error):
      Part(id, title, points: points) { _, _ throws(FileError) in throw error }
    }
  }
}

/// A question as data.
package struct QuestionPlan: Sendable {
  package let id: String
  package var title: String
  package var parts: [PartPlan]

  package init(_ id: String, _ title: String, _ parts: [PartPlan]) {
    (self.id, self.title, self.parts) = (id, title, parts)
  }

  /// The question, to be asked.
  /// - Parameter name: for a part's id, says which known mistake its answers show.
  package func question(name: (_ id: String) -> PartPlan.Name) -> Question {
    Question(id, title, parts.map { $0.part(name: name($0.id)) })
  }
}
