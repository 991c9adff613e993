import Formats
import Wire

/// What can be asked: the student's program, or one in this process for tests.
/// `longest` is the number of bytes that the answer may have.
public typealias Ask = (
  _ request: Request, _ longest: Int
) throws(NoAnswer) -> [SafetensorsFile.Tensor]

/// A part of a question: one thing to be written, asked of a process of its own.
public struct Part: Sendable {
  /// For example `Q1.2`.
  public let id: String
  /// What is graded, on a line.
  public let title: String
  /// What it is worth.
  public let points: Double
  private let conduct: Conduct

  /// Asks and judges; of mistakes that would explain the answers, one of those that other parts have
  /// shown comes first.
  public typealias Conduct =
    @Sendable (
      _ ask: Ask, _ known: Set<String>
    ) throws(FileError) -> Findings

  /// A part that is conducted by asking.
  /// - Parameter conduct: throws where the grader's own files cannot be read.
  public init(
    _ id: String, _ title: String, points: Double, conduct: @escaping Conduct
  ) {
    (self.id, self.title, self.points, self.conduct) = (id, title, points, conduct)
  }

  /// A part of cases that are asked one after the other.
  /// - Parameter name: says which known mistake the answers show, if one.
  public init(
    _ id: String, _ title: String, points: Double, _ cases: [Case],
    name: @escaping @Sendable ([Judgement], _ known: Set<String>) -> String?
  ) {
    // Hidden ones last: what a program remembers of them it cannot say in the answers that are shown.
    let ordered = cases.filter { !$0.isHidden } + cases.filter(\.isHidden)
    self.init(id, title, points: points) { ask, known in
      let judgements = ordered.map { judge($0, by: ask) }
      return Findings(judgements, mistake: name(judgements, known))
    }
  }

  /// Asks, and judges.
  /// - Parameter known: the mistakes that other parts have shown.
  /// - Throws: where the grader's own files cannot be read, which is not the student's fault.
  public func findings(
    _ ask: Ask, known: Set<String> = []
  ) throws(FileError) -> Findings {
    try conduct(ask, known)
  }
}

/// Asks one case.
public func judge(_ case: Case, by ask: Ask) -> Judgement {
  do throws(NoAnswer) {
    return Judgement(`case`, answer: try ask(`case`.request, `case`.longestAnswer))
  } catch {
    return Judgement(`case`, refusal: error)
  }
}

/// What was found of a part.
public struct Findings: Sendable {
  /// The cases, in order, with what became of each.
  public let judgements: [Judgement]
  /// The known mistake that the answers show, as one says it to a student.
  public let mistake: String?

  /// The findings.
  public init(_ judgements: [Judgement], mistake: String? = nil) {
    (self.judgements, self.mistake) = (judgements, mistake)
  }

  /// The share of the points that was earned: the right ones among the quantities that count.
  public var share: Double {
    let counts = judgements.map(\.counts)
    let all = counts.reduce(0) { $0 + $1.all }
    return all == 0 ? 0 : Double(counts.reduce(0) { $0 + $1.right }) / Double(all)
  }

  /// Why points were lost: the first wrong quantity of the first wrong case, what follows from it, and
  /// the mistake's name; nil where everything is right.
  public var failure: String? {
    guard let wrong = judgements.first(where: { !$0.isRight }) else { return nil }
    let others = judgements.count { !$0.isRight } - 1
    let title = wrong.case.title.isEmpty ? "" : " in case \"\(wrong.case.title)\""
    if let refusal = wrong.refusal {
      let text = wrong.case.isHidden ? refusal.textWithoutItsWords : refusal.text
      return text + (others == 0 ? title : "")
    }
    let further = others == 0 ? "" : " and \(others) other\(others == 1 ? "" : "s")"
    let name = mistake.map { ". It is as if \($0)" } ?? ""
    return wrong.difference + title + further + wrong.following + name
  }
}

extension Judgement {
  /// The first difference, such as `g_β[0,2] is 0.5, expected 0.25 (relative tolerance 1e-12)`.
  fileprivate var difference: String {
    guard let (index, difference) = firstWrong else { return "" }
    if `case`.isHidden {
      return symbols[index] + (symbols[index].hasSuffix("s") ? " are wrong" : " is wrong")
    }
    return symbols[index] + (difference.hasPrefix("[") ? "" : ": ") + difference
  }

  /// What was not judged.
  fileprivate var following: String {
    guard let index = firstWrong?.index, index + 1 < symbols.count else { return "" }
    let following = symbols[(index + 1)...]
    let isOne = following.count == 1 && !following[following.startIndex].hasSuffix("s")
    return "; \(following.joined(separator: ", ")) follow\(isOne ? "s" : "") and "
      + "\(isOne ? "was" : "were") not judged"
  }

  private var symbols: [String] { `case`.expected.map(\.symbol) }
}
