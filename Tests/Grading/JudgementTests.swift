import Formats
import Grading
import TestSupport
import Testing
import Wire

@Suite(.firstIssues) struct JudgementTests {
  private func tensor(_ name: String, _ values: Double...) -> SafetensorsFile.Tensor {
    SafetensorsFile.Tensor(name, shape: [1, values.count], values: values)
  }

  private func aCase(isHidden: Bool = false) -> Case {
    Case(
      "drawn 1", Request("forward", tensors: []),
      expected: [
        Quantity(tensor("x", 1, 2), tolerance: 1e-12, isGiven: true),
        Quantity(tensor("a", 0, 0), tolerance: 1e-12),
        Quantity(tensor("z", 0.5, 0.25), tolerance: 1e-12),
        Quantity(tensor("yhat", 1, 3), tolerance: 1e-12),
        Quantity(tensor("J", 7), tolerance: 1e-12),
      ], isHidden: isHidden)
  }

  private func findings(
    _ z: SafetensorsFile.Tensor?, isHidden: Bool = false, mistake: String? = nil
  ) -> Findings {
    let others = [tensor("x", 1, 2), tensor("a", 0, 0), tensor("yhat", 8, 8), tensor("J", 7)]
    let judgement = Judgement(
      aCase(isHidden: isHidden), answer: others + (z.map { [$0] } ?? []))
    return Findings([judgement], mistake: mistake)
  }

  /// What was given counts for nothing, and neither does what is 0: of five quantities there are three.
  @Test func onlyTheFirstWrongQuantityIsJudged() {
    let wrong = findings(tensor("z", 0.5, 9))
    #expect(
      wrong.failure == #"z[0,1] is 9.0, expected 0.25 (relative tolerance 1e-12) in case "drawn 1""#
        + "; ŷ, J follow and were not judged")
    #expect(wrong.share == 0)
    let next = findings(tensor("z", 0.5, 0.25))
    #expect(next.failure?.hasPrefix("ŷ[0,0] is 8.0, expected 1.0") == true)
    #expect(next.failure?.hasSuffix("; J follows and was not judged") == true)
    #expect(next.share == 1 / 3.0)
  }

  @Test func aMistakeIsSaidLast() {
    let failure = findings(tensor("z", 0.5, 9), mistake: "no sigmoid were applied").failure
    #expect(failure?.hasSuffix("not judged. It is as if no sigmoid were applied") == true)
  }

  @Test func aHiddenCaseShowsNoNumbers() {
    let failure = findings(tensor("z", 0.5, 9), isHidden: true).failure
    #expect(failure == #"z is wrong in case "drawn 1"; ŷ, J follow and were not judged"#)
  }

  /// What a program says when it is given a hidden case may be that case.
  @Test(arguments: [
    (NoAnswer.threw("x is 0.125"), "threw an error"), (.notWritten("0.125"), "not written yet"),
    (.stopped("exited with status 1: 0.125"), "gave no answer"),
  ])
  func aHiddenCaseShowsNoWords(_ refusal: NoAnswer, _ text: String) {
    let judgement = Judgement(aCase(isHidden: true), refusal: refusal)
    #expect(Findings([judgement]).failure == #"\#(text) in case "drawn 1""#)
  }

  /// Nor can it say it in the answer to a case that is shown.
  @Test func hiddenCasesAreAskedLast() throws {
    let cases = [aCase(isHidden: true), aCase(), aCase(isHidden: true)]
    let part = Part("Q1.1", "a part", points: 1, cases) { _, _ in nil }
    let found = try part.findings { _, _ in [] }
    #expect(found.judgements.map(\.case.isHidden) == [false, true, true])
  }

  @Test func anAnswerMayLackAQuantity() {
    let failure = findings(nil).failure ?? ""
    #expect(failure.hasPrefix(#"z: the answer has no "z", but "x", "a", "yhat", "J" in case"#))
  }

  @Test func otherNamesAreShownSafely() {
    let judgement = Judgement(aCase(), answer: [tensor("\u{1b}[2J<b>", 1)])
    #expect(
      Findings([judgement]).failure?.hasPrefix(
        #"x: the answer has no "x", but "\u{1b}[2J<b>" in case"#) == true)
  }

  @Test func furtherCasesAreCounted() {
    let wrong = Judgement(aCase(), answer: [])
    let failure = Findings([wrong, wrong, wrong]).failure
    #expect(failure?.contains(#"in case "drawn 1" and 2 others;"#) == true)
    let refused = Judgement(aCase(), refusal: .notWritten("f() at a.swift:1"))
    #expect(Findings([refused, refused]).failure == "not written yet: f() at a.swift:1")
    #expect(Findings([refused]).share == 0)
  }

  @Test func everythingRightIsNoFailure() {
    let answer = [
      tensor("x", 1, 2), tensor("a", 0, 0), tensor("z", 0.5, 0.25), tensor("yhat", 1, 3),
      tensor("J", 7), tensor("more", 1),
    ]
    let right = Findings([Judgement(aCase(), answer: answer)])
    #expect(right.failure == nil && right.share == 1)
  }

  @Test(arguments: [
    ("alpha", "α"), ("g_beta", "g_β"), ("yhat", "ŷ"), ("g_w", "g_ω"), ("w", "ω"), ("g_a", "g_a"),
    ("train_losses", "train losses"), ("labels", "labels"),
  ])
  func symbolsAreTheHandoutsWords(_ name: String, _ symbol: String) {
    #expect(Quantity.symbol(name) == symbol)
  }
}
