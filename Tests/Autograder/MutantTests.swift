import Layers
import Network
import Testing

@testable import Autograder

/// The checks, checked: right implementations earn every point, wrong ones lose the right ones.
struct MutantTests {
  let files: ReferenceFiles

  init() throws { files = try ReferenceFiles.find() }

  @Test(arguments: Mutant.all)
  func isCaught(_ mutant: Mutant) throws {
    let found = try problems(mutant)
    #expect(found == [])
  }

  @Test func thereAreEnough() {
    #expect(Set(Mutant.all.map(\.testDescription)).count >= 25)
  }

  /// What the tests of the table would say of implementations that are right, or wrong elsewhere.
  @Test(arguments: [
    (Mutant("right", PackageSubmission(), loses: ["Q4"], keeps: []), "Q4 lost no points"),
    (Mutant(.lastOfTies, loses: ["Q1"], keeps: ["Q2"]), "Q1 lost no points"),
    (
      Mutant(.lastOfTies, loses: ["Q4.1 labels"], keeps: []),
      "Q4 lost points, but not at Q4.1 labels"
    ),
    (Mutant(.lastOfTies, loses: [], keeps: ["Q4"]), "Q4 lost points"),
  ])
  func isMissed(_ mutant: Mutant, _ problem: String) throws {
    let found = try problems(mutant)
    #expect(found == [problem])
  }

  @Test(arguments: Question.all.map(\.id))
  func modulesOfOnesOwnEarnEverything(_ id: String) throws {
    let found = try failures(id, ModulesSubmission())
    #expect(found == [])
  }

  @Test(arguments: Question.all.map(\.id))
  func textbookNetEarnsEverything(_ id: String) throws {
    let found = try failures(id, TextbookSubmission())
    #expect(found == [])
  }

  /// Two programs that share no line agree to rounding, far closer than the grades ask for.
  @Test(arguments: [Initialization.zero, .random(seed: 3)])
  func textbookNetTrainsLikeThePackage(_ initialization: Initialization) throws {
    let (training, test) = try (files.letters("smallTrain"), files.letters("smallTest"))
    func train(_ submission: any Submission) throws -> TrainingRun {
      try submission.train(
        training, validation: test, hidden: 3, initialization: initialization, epochs: 2, rate: 0.1)
    }
    let (found, expected) = try (train(TextbookSubmission()), train(PackageSubmission()))
    #expect(difference(found.alpha, from: expected.alpha, tolerance: 1e-12) == nil)
    #expect(difference(found.beta, from: expected.beta, tolerance: 1e-12) == nil)
  }

  /// What of the table does not hold.
  private func problems(_ mutant: Mutant) throws -> [String] {
    var problems: [String] = []
    for id in Question.all.map(\.id) {
      let expected = mutant.loses.filter { $0.hasPrefix(id) }
      if expected.isEmpty, !mutant.keeps.contains(id) { continue }
      let failures = try failures(id, mutant.submission)
      if failures.isEmpty != expected.isEmpty {
        problems.append("\(id) lost \(failures.isEmpty ? "no " : "")points")
      } else {
        let missing = expected.filter { name in !failures.contains { names(name, $0) } }
        problems += missing.map { "\(id) lost points, but not at \($0)" }
      }
    }
    return problems
  }

  private func failures(_ id: String, _ submission: any Submission) throws -> [String] {
    let question = try #require(Question.all.first { $0.id == id })
    return try question.grade(submission, files).failures
  }

  /// Whether a failure such as `Q2.4 g_z: … ; also wrong: g_a, g_α` is of the part and the check
  /// that `expected` names.
  private func names(_ expected: String, _ failure: String) -> Bool {
    let words = expected.split(separator: " ", maxSplits: 1)
    if words.count == 1 || failure.hasPrefix(expected) { return true }
    let others = failure.split(separator: "; also wrong: ").dropFirst().joined()
      .split(separator: ", ")
    return failure.hasPrefix(words[0] + " ") && others.contains { $0 == words[1] }
  }
}
