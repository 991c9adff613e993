import Formats
import Grading
import Harness
import TestSupport
import Testing
import Wire

@testable import Questions

/// What the grader holds to be right: NumPy's files, and the textbook where cases are drawn.
@Suite(.firstIssues) struct TextbookTests {
  /// The textbook gives what NumPy computed, in every case that has a file.
  @Test func theTextbookIsNumPys() throws {
    let parts = try Question.course(CaseSource(files: .find())).flatMap(\.parts)
    var compared = 0
    for part in parts where !part.id.hasPrefix("Q6") && !part.id.hasPrefix("Q5") {
      let findings = try part.findings { request, _ throws(NoAnswer) in
        guard let tensors = Textbook().answer(request) else { throw .notWritten("") }
        return tensors
      }
      #expect(findings.failure == nil, "\(part.id)")
      compared += findings.judgements.count
    }
    #expect(compared > 60)
  }

  @Test func aTextbookDrawsTheSameCasesAgain() throws {
    let source = CaseSource(files: try .find(), seed: 3)
    let other = CaseSource(files: try .find(), seed: 4)
    func bytes(_ source: CaseSource) -> [[UInt8]] {
      TrainingCases.drawn(source, 14, epochs: 1, isRandom: true).map(\.request.bytes)
    }
    #expect(bytes(source) == bytes(source))
    #expect(bytes(source) != bytes(other))
  }

  @Test func pointsAreTheCourses() throws {
    let questions = try Question.course(CaseSource(files: .find()))
    #expect(questions.map(\.id) == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"])
    #expect(questions.map(\.points) == [20, 25, 20, 10, 10, 15])
    for question in questions {
      #expect(question.parts.map(\.id) == question.parts.indices.map { "\(question.id).\($0 + 1)" })
    }
  }

  /// Files that are missing cost nobody but those that need them, and say so.
  @Test func missingFilesAreNotTheSubmissionsFault() {
    let parts = Question.course(
      CaseSource(files: ReferenceFiles(outputs: "/nowhere", data: "/nowhere"))
    )
    .flatMap(\.parts)
    for part in parts where !["Q2.3", "Q3.3"].contains(part.id) && !part.id.hasPrefix("Q6") {
      let error = #expect(throws: FileError.self) { try findings(part, PackageSubmission()) }
      #expect(error?.kind == .noInput)
      #expect(error?.path.hasPrefix("/nowhere/") == true)
    }
  }
}
