import Cases
import Formats

/// Titles and points of a teacher's own: a file of the form of `Cases/questions.json`, in which questions
/// and parts that stay as they are may be left out.
struct PointsFile {
  private let path: String
  private let questions: [JSON]

  /// - Throws: `.noInput`, or `.data` where it is not of that form.
  init(_ path: String) throws(FileError) {
    self.path = path
    guard let questions = try JSON.read(path)["questions"]?.array else {
      throw FileError(.data, path: path, "a list \"questions\" is missing")
    }
    self.questions = questions
  }

  /// The plans with these titles and points.
  /// - Throws: `.data` for what is not in the plans, and where the points do not add up to 100.
  func applied(to plans: [QuestionPlan]) throws(FileError) -> [QuestionPlan] {
    var plans = plans
    for question in questions {
      let id = question["id"]?.string ?? ""
      guard let i = plans.firstIndex(where: { $0.id == id }) else {
        throw unknown(id, "a question", plans.map(\.id))
      }
      if let title = question["title"]?.string { plans[i].title = title }
      for part in question["parts"]?.array ?? [] { try apply(part, to: &plans[i]) }
    }
    let total = plans.flatMap(\.parts).reduce(0) { $0 + $1.points }
    guard abs(total - 100) < 1e-9 else {
      throw FileError(
        .data, path: path, "the points add up to \(numberText(total)), where 100 are expected")
    }
    return plans
  }

  private func apply(_ part: JSON, to plan: inout QuestionPlan) throws(FileError) {
    let id = part["id"]?.string ?? ""
    guard let k = plan.parts.firstIndex(where: { $0.id == id }) else {
      throw unknown(id, "a part of \(plan.id)", plan.parts.map(\.id))
    }
    if let title = part["title"]?.string { plan.parts[k].title = title }
    guard let value = part["points"] else { return }
    guard let points = value.number, points >= 0 else {
      throw FileError(.data, path: path, "the points of \(id) must be a number from 0 on")
    }
    plan.parts[k].points = points
  }

  private func unknown(_ id: String, _ what: String, _ known: [String]) -> FileError {
    FileError(
      .data, path: path,
      "\(quoted(id)) is not \(what); there are \(known.joined(separator: ", "))")
  }
}
