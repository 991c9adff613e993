import Cases
import Formats
import Grading
import Wire

/// Cases whose numbers are not shown, of letters that nobody was given.
struct HiddenCases {
  let questions: [QuestionPlan]

  /// Questions that are drawn anew, with what is right of other letters.
  /// - Parameters:
  ///   - letters: by the names of the hand-out's files.
  ///   - ask: what is right of them says the package itself.
  init(
    _ questions: [QuestionPlan], letters: [(name: String, text: String)], _ ask: Ask
  ) throws {
    let files = try letters.map { file in
      Named(
        file.name, try LetterCSV.parse(Array(file.text.utf8), path: file.name, as: .labelled))
    }
    self.questions = try questions.map { question in
      QuestionPlan(
        question.id, question.title, try question.parts.map { try $0.hidden(files, ask) })
    }
  }

  /// How many cases there are.
  var count: Int { cases.count }

  private var cases: [(part: String, case: Case)] {
    questions.flatMap(\.parts).flatMap { part in
      if case .cases(let cases) = part.contents { return cases.map { (part.id, $0) } }
      return []
    }
  }

  /// Has another program say what is right.
  /// - Throws: where it disagrees: then one of the two is wrong, and nobody should be graded.
  func confirm(by name: String, _ ask: Ask) throws(Disagreement) {
    for (part, `case`) in cases {
      let findings = Findings([judge(`case`.shown, by: ask)])
      if let failure = findings.failure {
        throw Disagreement(description: "\(part): \(name) disagrees: \(failure)")
      }
    }
  }
}

/// What is right is not agreed on.
struct Disagreement: Error, CustomStringConvertible { let description: String }

extension PartPlan {
  fileprivate func hidden(
    _ letters: [Named<LetterCSV>], _ ask: Ask
  ) throws -> PartPlan {
    switch contents {
    case .unreadable(let error): throw error
    case .differences: return self
    case .cases(let cases):
      return PartPlan(
        id, title, points: points, .cases(try cases.map { try $0.hidden(letters, ask) }))
    }
  }
}

extension Case {
  /// The same with its numbers, for an error that a teacher reads.
  fileprivate var shown: Case { Case(title, request, letters: letters, expected: expected) }

  fileprivate func hidden(_ files: [Named<LetterCSV>], _ ask: Ask) throws -> Case {
    if letters.isEmpty { return Case(title, request, expected: expected, isHidden: true) }
    var tensors = request.tensors
    for set in letters {
      guard let file = files.first(where: { $0.name == set.value }) else {
        preconditionFailure("there are no letters \(set.value)")
      }
      let new = file.value.tensors(named: set.name)
      tensors = tensors.map { old in new.first { $0.name == old.name } ?? old }
    }
    let request = Request(request.function, texts: request.texts, tensors: tensors)
    let names = Set(expected.map(\.value.name))
    let right = try ask(request, 1 << 28).filter { names.contains($0.name) }
    return Case(
      title, request, letters: letters, right: right,
      tolerance: expected.map(\.tolerance).max() ?? 0, isHidden: true)
  }
}
