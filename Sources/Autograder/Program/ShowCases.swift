import Formats
import Grading
import Terminal

/// `--case PART`: what is asked, what is right and what was answered, to be pasted into a test.
func showCases(
  of id: String, in questions: [Question], by grader: Grader, as language: SourceLanguage
) throws -> ExitCode {
  let parts = questions.flatMap(\.parts)
  guard let part = parts.first(where: { $0.id == id }) else {
    let known = parts.map(\.id)
    throw UsageError(
      "--case must be one of \(known[0])…\(known[known.count - 1]), not \(quoted(id))")
  }
  let findings = try grader.findings(of: part)
  func comment(_ text: String) -> String { "\(language.comment) \(text)\n" }
  for judgement in findings.judgements {
    let heading = comment("\(part.id) \(part.title): \(judgement.case.title)")
    let text = judgement.case.isHidden ? comment("hidden") : language.source(judgement)
    try Output.standard.write(heading + text + "\n")
  }
  try Output.standard.write(comment(findings.failure ?? "right"))
  return findings.failure == nil ? .success : .failure
}

/// What declarations are written in.
enum SourceLanguage {
  case swift, python

  var comment: String { self == .swift ? "//" : "#" }

  /// The operands, what is right, what was found.
  fileprivate func source(_ judgement: Judgement) -> String {
    let request = judgement.case.request
    let texts = request.texts.map { "\(comment) \($0.name): \($0.value)" }
    let given = request.tensors.map { literal($0, prefix: "") }
    let right = judgement.case.expected.map { literal($0.value, prefix: "right_") }
    let found = (judgement.answer ?? []).map { literal($0, prefix: "found_") }
    let refused = judgement.refusal.map { ["\(comment) no answer: \($0.text)"] } ?? []
    return (["\(comment) function: \(request.function)"] + texts + given + right + found + refused)
      .joined(separator: "\n") + "\n"
  }

  private func literal(_ tensor: SafetensorsFile.Tensor, prefix: String) -> String {
    let name =
      tensor.name.utf8.allSatisfy { $0 == 0x5F || $0 > 0x40 && $0 < 0x7B && $0 != 0x60 }
      ? tensor.name : "tensor"
    guard tensor.shape.count == 2, tensor.values.count <= mostNumbers else {
      return "\(comment) \(prefix)\(name): \(shapeText(tensor.shape)), which is left out"
    }
    let numbers = tensor.values.map(number)
    guard self == .python else {
      return "let \(prefix)\(name) = Matrix(rows: \(tensor.shape[0]), "
        + "columns: \(tensor.shape[1]), [\(numbers.joined(separator: ", "))])"
    }
    let rows = (0..<tensor.shape[0]).map { i in
      "[\(numbers[i * tensor.shape[1]..<(i + 1) * tensor.shape[1]].joined(separator: ", "))]"
    }
    return "\(prefix)\(name) = np.array([\(rows.joined(separator: ",\n    "))])"
  }

  private func number(_ value: Double) -> String {
    if value.isFinite { return "\(value)" }
    let word = value.isNaN ? ".nan" : value < 0 ? "-.infinity" : ".infinity"
    return self == .swift
      ? word : [".nan": "np.nan", "-.infinity": "-np.inf", ".infinity": "np.inf"][word] ?? word
  }
}

/// Longer ones nobody would paste.
private let mostNumbers = 600
