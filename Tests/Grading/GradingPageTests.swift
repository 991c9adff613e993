import CLibrary
import Formats
import Harness
import TestSupport
import Testing
import Wire

/// The example of docs/grading.md.
@Suite(.firstIssues) struct GradingPageTests {
  @Test func theSubmissionIsCompiled() throws {
    #expect(try Page("docs/grading.md").blocksMissing(in: "OwnSubmission.swift") == [])
    let a = SafetensorsFile.Tensor("a", shape: [1, 1], values: [0])
    guard case .tensors(let b) = MySubmission().answer(Request("sigmoid", tensors: [a])) else {
      Issue.record("no answer")
      return
    }
    #expect(b.map(\.values) == [[0.5]])
  }

  @Test(.enabled(if: ChildProcess.run(["python3", "--version"]).ending == .exited(0)))
  func theExampleIsAsItSays() throws {
    let page = try Page("docs/grading.md")
    let script = try #require(page.blocks("python").first)
    let run = ChildProcess.run(["python3", "-c", script, Executable("answers").path])
    let printed = String(decoding: run.output, as: UTF8.self)
    #expect(run.ending == .exited(0), "\(String(decoding: run.errors, as: UTF8.self))")
    #expect(!printed.isEmpty && page.text.contains("```\n\(printed)```\n"))
  }
}
