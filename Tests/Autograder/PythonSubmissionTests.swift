import Grading
import TestSupport
import Testing

@testable import Questions

private let mistaken = checkoutFile("Tests/Submissions/mistaken.py").path
private let variants = checkoutFile("Tests/Submissions/variants.py").path

/// Programs that share no line with the package: NumPy's, right in twenty ways and wrong in a hundred.
@Suite(
  .enabled(if: PythonAnswers.python != nil, "LAYERS_PYTHON names no Python with NumPy"),
  .firstIssues)
struct PythonSubmissionTests {
  /// No false alarm, whatever is drawn: together more than a thousand seeds.
  @Test(arguments: PythonAnswers.names(variants))
  func rightProgramsEarnEverything(_ name: String) throws {
    let answers = try PythonAnswers(variants, name)
    let first = UInt32(PythonAnswers.names(variants).firstIndex(of: name) ?? 0) * 50
    for seed in first + 1...first + 50 {
      for part in try drawnParts(seed: seed) where seed == first + 1 || !part.id.hasPrefix("Q6") {
        let findings = try part.findings(answers.ask)
        #expect(findings.failure == nil, "\(name), seed \(seed), \(part.id)")
        #expect(findings.mistake == nil)
      }
    }
  }

  @Test func thereAreTwenty() {
    #expect(PythonAnswers.names(variants).count >= 20)
    #expect(PythonAnswers.names(mistaken).count >= 100)
  }

  /// A mistake costs points, and what the report calls it is it. Where several mistakes compute the same
  /// it may be called by another's name, or by none: `unnamed` says which.
  @Test(arguments: PythonAnswers.names(mistaken))
  func mistakesAreNamed(_ name: String) throws {
    let answers = try PythonAnswers(mistaken, name)
    var source = CaseSource(files: try .find())
    source.extent = .small
    var names: Set<String> = []
    var lost = 0
    for part in Question.course(source).flatMap(\.parts) {
      let findings = try part.findings(answers.ask, known: names)
      lost += findings.failure == nil ? 0 : 1
      if let mistake = findings.mistake { names.insert(mistake) }
    }
    #expect(lost > 0)
    let right = Set((aliases[name] ?? [name]).flatMap(sentences))
    #expect(unnamed.contains(name) == right.isDisjoint(with: names), "called \(names)")
    let others = Set((consequences[name] ?? []).flatMap(sentences))
    #expect(names.subtracting(right).subtracting(others) == [])
  }
}

/// What the catalogue says of a mistake.
private func sentences(_ id: String) -> [String] {
  id == "float32" ? [singlePrecision] : Mistake.all.filter { $0.id == id }.map(\.sentence)
}

/// What computes the same as another.
private let aliases = [
  "pass.g_a-slope-from-a": ["sigmoid.slope-from-a"],
  "pass.g_a-slope-missing": ["sigmoid.slope-missing"],
  "pass.g_a-slope-b": ["sigmoid.slope-b"],
  "adding.subtracts": [
    "linear.g_a-negative", "linear.g_w-negative", "sigmoid.slope-negative", "softmax.negative",
    "cross_entropy.g-without-minus", "cross_entropy.g_y-without-minus", "train.ascent",
  ],
]

/// One throws, as its shapes do not fit; one gives what an empty body gives.
private let unnamed: Set = ["linear.g_a-with-bias", "cross_entropy.g_y-zero"]

/// What a mistake is called too, where it shows in another way.
private let consequences = [
  "cross_entropy.sum-of-batch": ["train.losses-as-sums"],
  "pair.bias-ignored-and-slope-missing": ["linear.bias-ignored", "sigmoid.slope-missing"],
]
