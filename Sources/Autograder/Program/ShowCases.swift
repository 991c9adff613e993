import Formats
import Grading
import Terminal

/// `--case PART`: what is asked, what is right and what was answered, to be pasted into a test.
func showCases(
  of id: String, in questions: [Question], by grader: Grader
) throws -> ExitCode {
  let parts = questions.flatMap(\.parts)
  guard let part = parts.first(where: { $0.id == id }) else {
    let known = parts.map(\.id)
    throw UsageError(
      "--case must be one of \(known[0])…\(known[known.count - 1]), not \(quoted(id))")
  }
  let findings = try grader.findings(of: part)
  for judgement in findings.judgements {
    let heading = "// \(part.id) \(part.title): \(judgement.case.title)\n"
    let text = judgement.case.isHidden ? "// hidden\n" : judgement.source
    try Output.standard.write(heading + text + "\n")
  }
  if let failure = findings.failure { try Output.standard.write("// \(failure)\n") }
  return findings.failure == nil ? .success : .failure
}

extension Judgement {
  /// Declarations in Swift: the operands, what is right, what was found.
  fileprivate var source: String {
    let request = `case`.request
    let texts = request.texts.map { "// \($0.name): \($0.value)" }
    let given = request.tensors.map { literal($0, prefix: "") }
    let right = `case`.expected.map { literal($0.value, prefix: "right_") }
    let found = (answer ?? []).map { literal($0, prefix: "found_") }
    let refused = refusal.map { ["// no answer: \($0.text)"] } ?? []
    return (["// function: \(request.function)"] + texts + given + right + found + refused)
      .joined(separator: "\n") + "\n"
  }
}

/// Longer ones nobody would paste.
private let mostNumbers = 600

private func literal(_ tensor: SafetensorsFile.Tensor, prefix: String) -> String {
  let name =
    tensor.name.utf8.allSatisfy { $0 == 0x5F || $0 > 0x40 && $0 < 0x7B && $0 != 0x60 }
    ? tensor.name : "tensor"
  guard tensor.shape.count == 2, tensor.values.count <= mostNumbers else {
    return "// \(prefix)\(name): \(shapeText(tensor.shape)), which is left out"
  }
  let numbers = tensor.values.map { value in
    value.isNaN ? ".nan" : value.isInfinite ? (value < 0 ? "-.infinity" : ".infinity") : "\(value)"
  }
  return "let \(prefix)\(name) = Matrix(rows: \(tensor.shape[0]), columns: \(tensor.shape[1]), "
    + "[\(numbers.joined(separator: ", "))])"
}
