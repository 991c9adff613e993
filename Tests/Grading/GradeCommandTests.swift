import CLibrary
import Formats
import Foundation
import TestSupport
import Testing

@Suite(.firstIssues) struct GradeCommandTests {
  private let ocr = Executable("ocr")

  private func report(_ scratch: Scratch) throws -> JSON {
    try JSON.parse(scratch.bytes("results.json"))
  }

  /// The fields as Gradescope's documentation names them.
  @Test func theReportIsGradescopes() throws {
    let scratch = try Scratch()
    let run = try ocr(["grade", "--leaderboard", "--json", scratch.file("results.json")])
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    let report = try report(scratch)
    #expect(
      report.members?.map(\.name) == [
        "score", "max_score", "execution_time", "output", "output_format", "visibility", "tests",
        "leaderboard",
      ])
    #expect(report["score"] == .number(100) && report["visibility"] == .string("visible"))
    let test = try #require(report["tests"]?.items?.first)
    #expect(
      test.members?.map(\.name) == [
        "name", "number", "score", "max_score", "status", "output", "output_format", "visibility",
        "extra_data",
      ])
    #expect(test["name"] == .string("Q1.1 Linear") && test["number"] == .string("1.1"))
    #expect(test["extra_data"]?.members?.map(\.name) == ["seconds", "peak_memory_mib"])
  }

  /// Twice the same bytes, but for what was measured.
  @Test func theSameSubmissionGetsTheSameReport() throws {
    let texts = try (0..<2).map { _ in
      let scratch = try Scratch()
      _ = try ocr(["grade", "--seed", "5", "--json", scratch.file("results.json")])
      return try report(scratch).withoutMeasurements.text
    }
    #expect(texts[0] == texts[1])
  }

  /// Whenever the grader is killed, the report is whole.
  @Test(.timeLimit(.minutes(3)))
  func theReportIsWholeAtEveryMoment() throws {
    for moment in 0..<10 {
      let scratch = try Scratch()
      let file = scratch.file("results.json")
      // What was killed leaves its folder, which is its user's.
      let command = """
        '\(ocr.path)' grade --json '\(file)' & until [ -e '\(file)' ]; do sleep 0.01; done
        sleep \(0.15 * Double(moment)); kill -9 $!
        find /tmp -maxdepth 1 -name 'answers-*' -user $((61184 + $! % 3840)) -exec rm -rf {} +
        """
      _ = ChildProcess.run(["sh", "-c", command])
      #expect(try report(scratch)["tests"]?.items?.count == 30)
      #expect(try report(scratch)["max_score"] == .number(100))
    }
  }

  /// A caller that ignores the end of its children, a closed and a full standard output.
  @Test(arguments: [
    ("trap '' CHLD; exec '%@' grade --json '%@'", 0), ("exec '%@' grade --json '%@' >&-", 74),
    ("exec '%@' grade --json '%@' > /dev/full", 74),
  ])
  func theReportIsWholeWhereverItIsRun(_ script: String, _ code: Int32) throws {
    let scratch = try Scratch()
    let command = String(format: script, ocr.path, scratch.file("results.json"))
    let run = ChildProcess.run(["bash", "-c", command])
    #expect(run.ending == .exited(code))
    #expect(try report(scratch)["score"] == .number(100))
  }

  /// A broken reference file is nobody's fault: its part says so, and the others are graded.
  @Test func aBrokenReferenceCostsItsPartOnly() throws {
    let scratch = try Scratch()
    for folder in ["Fixtures", "handout-data"] {
      try FileManager.default.copyItem(
        atPath: checkoutFile(folder).path, toPath: scratch.file(folder))
    }
    truncate(scratch.file("Fixtures/ReferenceOutputs/layers/sigmoid/b.npy"), 20)
    let command = "cd '\(scratch.path)' && exec '\(ocr.path)' grade --json results.json"
    let run = ChildProcess.run(["sh", "-c", command])
    #expect(run.ending == .exited(1))
    let tests = try report(scratch)["tests"]?.items ?? []
    let lost = tests.filter { $0["output"] != .string("") }
    #expect(lost.map { $0["number"] } == [.string("1.2"), .string("2.4")])
    #expect(lost[0]["output"]?.string?.hasPrefix("could not be graded: ") == true)
  }

  @Test func aCaseIsShownAsDeclarations() throws {
    let run = try ocr("grade", "--case", "Q2.4")
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(
      run.output.hasPrefix("// Q2.4 Sigmoid, g_a: from nothing\n// function: sigmoid.backward\n"))
    for name in ["a", "b", "g_b", "g_a", "right_g_a", "found_g_a"] {
      #expect(run.output.contains("let \(name) = Matrix(rows: "))
    }
  }

  @Test func aHiddenCaseIsNotShown() throws {
    let shown = try ocr("grade", "--case", "Q2.4").output
    let run = try ocr("grade", "--case", "Q2.4", "--hidden-seed", "9")
    #expect(run.output.contains("// Q2.4 Sigmoid, g_a: from nothing\n// hidden\n"))
    #expect(run.output.count { $0 == "=" } == shown.count { $0 == "=" })
  }

  @Test func anInterruptedGradeIsWhole() throws {
    let scratch = try Scratch()
    let program = try scratch.write("answers", "#!/bin/sh\nexec sleep 60\n")
    chmod(program, 0o755)
    let file = scratch.file("results.json")
    // The program takes the shell's place: a shell's background processes ignore the signal.
    let command = """
      (until [ -e '\(file)' ]; do sleep 0.01; done; sleep 0.3; kill -INT $$) &
      exec '\(ocr.path)' grade --answers '\(program)' --json '\(file)'
      """
    let start = ContinuousClock.now
    let run = ChildProcess.run(["sh", "-c", command])
    #expect(run.ending == .exited(130))
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try report(scratch)["tests"]?.items?.count == 30)
    #expect(String(decoding: run.output, as: UTF8.self).contains("not run: interrupted"))
  }
}

extension JSON {
  /// Without the times and the memory.
  fileprivate var withoutMeasurements: JSON {
    switch self {
    case .object(let members):
      .object(
        members.filter { !["execution_time", "extra_data"].contains($0.name) }
          .map { Member($0.name, $0.value.withoutMeasurements) })
    case .array(let items): .array(items.map(\.withoutMeasurements))
    default: self
    }
  }
}
