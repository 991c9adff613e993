import Formats

/// How a child process tells its parent the outcome of a question: one line of JSON, such as
/// `{"question":"Q4","parts":[{"id":"Q4.1","checks":[{"name":"labels","failure":null}]}]}`.
///
/// It holds no points: those are the parent's to give.
extension QuestionResult {
  /// The line, without its end.
  public var answer: String {
    JSON.object([
      JSON.Member("question", .string(question.id)),
      JSON.Member("parts", .array(parts.map(encoded))),
    ]).text
  }

  /// Reads an answer; nil if it is none to this question.
  public init?(_ question: Question, answer: [UInt8]) {
    guard let object = try? JSON.parse(answer), object["question"] == .string(question.id),
      case .array(let parts) = object["parts"], parts.count == question.parts.count
    else { return nil }
    let results = zip(question.parts, parts).compactMap(decoded)
    guard results.count == parts.count else { return nil }
    self.init(question: question, parts: results)
  }
}

private func encoded(_ result: PartResult) -> JSON {
  .object([
    JSON.Member("id", .string(result.part.id)),
    JSON.Member("checks", .array(result.checks.map(encoded))),
  ])
}

private func encoded(_ check: Check) -> JSON {
  .object([
    JSON.Member("name", .string(check.name)),
    JSON.Member("failure", check.failure.map(JSON.string) ?? .null),
  ])
}

private func decoded(_ part: Part, _ json: JSON) -> PartResult? {
  guard json["id"] == .string(part.id), case .array(let values) = json["checks"] else { return nil }
  let checks = values.compactMap(decodedCheck)
  guard !checks.isEmpty, checks.count == values.count else { return nil }
  return PartResult(part: part, checks: checks)
}

private func decodedCheck(_ json: JSON) -> Check? {
  guard let name = json["name"]?.string, let failure = json["failure"],
    failure == .null || failure.string != nil
  else { return nil }
  return Check(name, failure: failure.string)
}
