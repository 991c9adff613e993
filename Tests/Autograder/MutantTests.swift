import Grading
import Harness
import Layers
import TestSupport
import Testing

@testable import Questions

/// The grader, checked: wrong implementations lose points where they should, and are called by name.
@Suite(.firstIssues) struct MutantTests {
  let parts: [Part]

  /// Without the cases that take most of the time.
  init() throws {
    var source = CaseSource(files: try .find())
    source.extent = .small
    parts = Question.course(source).flatMap(\.parts)
  }

  @Test(arguments: Mutant.all)
  func isCaughtAndNamed(_ mutant: Mutant) throws {
    var names: Set<String> = []
    let found = try parts.map { part in
      let findings = try findings(part, mutant.submission, known: names)
      names.formUnion(findings.mistake.map { [$0] } ?? [])
      return (part.id, findings)
    }
    let lost = found.filter { $0.1.share < 1 }.map(\.0)
    #expect(Set(mutant.loses).subtracting(lost) == [], "keeps points that it must lose")
    let spared = lost.filter { id in mutant.keeps.contains { id.hasPrefix($0) } }
    #expect(spared == [], "loses points that it must keep")
    let expected = mutant.mistakes.map { id in
      Mistake.all.first { $0.id == id }?.sentence ?? "no mistake \(id)"
    }
    #expect(names == Set(expected))
  }

  @Test func thereAreEnough() {
    #expect(Set(Mutant.all.map(\.testDescription)).count >= 50)
    // Permutations have one name.
    #expect(Set(Mistake.all.map(\.id)).count >= 100)
  }

  /// Empty bodies earn nothing, and what is not written says so.
  @Test func nothingIsEarnedByNothing() throws {
    for part in parts {
      #expect(try findings(part, EmptySubmission()).share == 0, "\(part.id)")
    }
  }

  /// With one module written, all that is asked of it alone is earned.
  @Test func oneModuleAloneEarnsItsParts() throws {
    let submission = ModulesSubmission(
      linear: Linear(), sigmoid: AlteredUnary.refusing, softmax: AlteredUnary.refusing,
      crossEntropy: AlteredBinary.refusing)
    let earned = try parts.filter { try findings($0, submission).share == 1 }.map(\.id)
    #expect(earned == ["Q1.1", "Q2.1", "Q2.2", "Q2.3", "Q6.1"])
  }
}
