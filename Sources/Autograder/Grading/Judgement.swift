import Formats
import Wire

/// What became of one quantity of a case.
public enum Verdict: Sendable, Equatable {
  case right
  /// The first difference.
  case wrong(String)
  /// It follows from the first quantity that is wrong, and was not looked at.
  case follows
  /// There was no answer.
  case unanswered
}

/// What became of a case.
public struct Judgement: Sendable {
  /// What was asked.
  public let `case`: Case
  /// What was answered; nil where nothing was.
  public let answer: [SafetensorsFile.Tensor]?
  /// Why nothing was.
  public let refusal: NoAnswer?
  /// A verdict for each expected quantity.
  public let verdicts: [Verdict]

  /// A case that was answered: the quantities are judged in their order, up to the first wrong one.
  public init(_ case: Case, answer: [SafetensorsFile.Tensor]) {
    (self.case, self.answer, refusal) = (`case`, answer, nil)
    var isWrong = false
    verdicts = `case`.expected.map { quantity in
      if isWrong { return .follows }
      let failure = Self.failure(of: quantity, in: answer)
      isWrong = failure != nil
      return failure.map(Verdict.wrong) ?? .right
    }
  }

  /// A case that was not answered.
  public init(_ case: Case, refusal: NoAnswer) {
    (self.case, answer, self.refusal) = (`case`, nil, refusal)
    verdicts = `case`.expected.map { _ in .unanswered }
  }

  private static func failure(
    of quantity: Quantity, in answer: [SafetensorsFile.Tensor]
  ) -> String? {
    guard let found = answer.first(where: { $0.name == quantity.value.name }) else {
      let names = answer.prefix(8).map { quoted($0.name) }.joined(separator: ", ")
      return "the answer has no \(quoted(quantity.value.name))"
        + (names.isEmpty ? "" : ", but \(names)")
    }
    return difference(found, from: quantity.value, tolerance: quantity.tolerance)
  }
}

extension Judgement {
  /// The first wrong quantity: its place among the expected ones, and the difference.
  public var firstWrong: (index: Int, difference: String)? {
    for (k, verdict) in verdicts.enumerated() {
      if case .wrong(let text) = verdict { return (k, text) }
    }
    return nil
  }

  /// Whether everything is right.
  public var isRight: Bool { verdicts.allSatisfy { $0 == .right } }

  /// The quantities that count, and how many of them are right.
  var counts: (right: Int, all: Int) {
    let counted = zip(`case`.expected, verdicts).filter { $0.0.earns }
    return (counted.count { $0.1 == .right }, counted.count)
  }
}
