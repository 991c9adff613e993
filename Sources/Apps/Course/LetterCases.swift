import Cases
import Formats
import Grading
import Wire

/// Questions of which the letters are others than those of the reference files: what is right of them says
/// a program.
struct LetterCases {
  let letters: CourseLetters
  /// Whether no number of any case is to be shown.
  let isHidden: Bool

  /// The questions, with these letters.
  func questions(_ questions: [QuestionPlan], _ ask: Ask) throws -> [QuestionPlan] {
    try questions.map { question in
      QuestionPlan(question.id, question.title, try question.parts.map { try part($0, ask) })
    }
  }

  private func part(_ part: PartPlan, _ ask: Ask) throws -> PartPlan {
    switch part.contents {
    case .unreadable(let error): throw error
    case .differences: return part
    case .cases(let cases):
      return PartPlan(
        part.id, part.title, points: part.points, .cases(try cases.map { try self.case($0, ask) }))
    }
  }

  private func `case`(_ old: Case, _ ask: Ask) throws -> Case {
    if old.letters.isEmpty {
      return Case(old.title, old.request, expected: old.expected, isHidden: isHidden)
    }
    let request = try request(old, ask)
    let names = Set(old.expected.map(\.value.name))
    return Case(
      old.title, request, letters: old.letters,
      right: try ask(request, longestAnswer).filter { names.contains($0.name) },
      tolerance: old.expected.map(\.tolerance).max() ?? 0, isHidden: isHidden)
  }

  /// The same question about these letters.
  private func request(_ old: Case, _ ask: Ask) throws -> Request {
    let own = old.letters.flatMap { set in letters[set.value].tensors(named: set.name) }
    let texts = old.request.texts.map { text in
      text.name == "classes" ? Named(text.name, "\(letters.classes)") : text
    }
    var tensors = old.request.tensors.map { tensor in
      own.first { $0.name == tensor.name } ?? tensor
    }
    if let alpha = old.request["alpha"], let beta = old.request["beta"],
      alpha.shape[1] != own[0].shape[1] + 1 || beta.shape[0] != letters.classes
    {
      let parameters = try parameters(of: old, ask)
      tensors = tensors.map { tensor in parameters.first { $0.name == tensor.name } ?? tensor }
    }
    return Request(old.request.function, texts: texts, tensors: tensors)
  }

  /// α and β for images of another size: after an epoch on the letters. Where the old ones made two
  /// classes equal, so do these.
  private func parameters(
    of old: Case, _ ask: Ask
  ) throws -> [SafetensorsFile.Tensor] {
    let settings = [
      ("classes", "\(letters.classes)"), ("hidden", "8"), ("epochs", "1"), ("rate", "0.1"),
      ("initialization", "random"), ("seed", "1"),
    ]
    let sets =
      letters["smallTrain"].tensors(named: "train")
      + letters["smallTest"].tensors(named: "validation")
    let run = try ask(
      Request("train", texts: settings.map { Named($0.0, $0.1) }, tensors: sets), longestAnswer)
    let isTied = old.request["beta"]?.hasEqualRows ?? false
    return run.map { $0.name == "beta" && isTied ? $0.withRow(0, inPlaceOf: 1) : $0 }
  }
}

/// More than any right answer takes.
private let longestAnswer = 1 << 28

extension SafetensorsFile.Tensor {
  fileprivate func row(_ i: Int) -> ArraySlice<Double> {
    values[i * shape[1]..<(i + 1) * shape[1]]
  }

  fileprivate var hasEqualRows: Bool {
    Set((0..<shape[0]).map { Array(row($0)) }).count < shape[0]
  }

  fileprivate func withRow(_ source: Int, inPlaceOf i: Int) -> SafetensorsFile.Tensor {
    var values = values
    values.replaceSubrange(i * shape[1]..<(i + 1) * shape[1], with: row(source))
    return SafetensorsFile.Tensor(name, shape: shape, values: values)
  }
}

extension [QuestionPlan] {
  /// The cases with their parts.
  var cases: [(part: String, case: Case)] {
    flatMap(\.parts).flatMap { part in
      if case .cases(let cases) = part.contents { return cases.map { (part.id, $0) } }
      return []
    }
  }

  /// Has another program say what is right.
  /// - Throws: where it disagrees: then one of the two is wrong, and nobody should be graded.
  func confirm(by name: String, _ ask: Ask) throws(Disagreement) {
    for (part, `case`) in cases {
      let shown = Case(`case`.title, `case`.request, expected: `case`.expected)
      if let failure = Findings([judge(shown, by: ask)]).failure {
        throw Disagreement(description: "\(part): \(name) disagrees: \(failure)")
      }
    }
  }
}

/// What is right is not agreed on.
struct Disagreement: Error, CustomStringConvertible { let description: String }
