import Formats
import Grading
import Harness
import TestSupport
import Testing
import Wire

@testable import Questions

/// No false alarm: what is right in another way earns everything, whatever is drawn.
@Suite(.firstIssues) struct RightSubmissionTests {
  @Test(arguments: RightSubmissions.all.indices)
  func earnsEverything(_ index: Int) throws {
    var source = CaseSource(files: try .find())
    // The letters take the programs without kernels a minute.
    source.extent = index < 2 ? .all : .small
    for part in Question.course(source).flatMap(\.parts) {
      let findings = try findings(part, RightSubmissions.all[index].submission)
      #expect(findings.failure == nil, "\(RightSubmissions.all[index].name), \(part.id)")
      #expect(findings.mistake == nil)
    }
  }

  /// A thousand seeds, the programs in turn.
  @Test(arguments: 0..<10)
  func earnsEverythingWithEverySeed(_ hundred: UInt32) throws {
    for seed in hundred * 100 + 1...(hundred + 1) * 100 {
      let (name, submission) = RightSubmissions.all[Int(seed) % RightSubmissions.all.count]
      for part in try drawnParts(seed: seed) {
        let failure = try findings(part, submission).failure
        #expect(failure == nil, "seed \(seed), \(part.id), \(name)")
      }
    }
  }
}

/// The parts that have drawn cases: all but the two of logits up to ±1e308.
func drawnParts(seed: UInt32) throws -> [Part] {
  var source = CaseSource(
    files: ReferenceFiles(outputs: "", data: ""), seed: seed)
  source.extent = .drawn
  return Question.course(source).flatMap(\.parts).filter { !["Q1.6", "Q2.9"].contains($0.id) }
}
