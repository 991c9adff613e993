import CLibrary
import GradientCheck
import Layers
import TestSupport
import Testing

@testable import OCRApp
@testable import Terminal

/// `ocr check`, and what it says of layers that do not come to an end.
@Suite(.firstIssues) struct CheckTests {
  static let names = [
    "Linear", "Sigmoid", "Softmax", "CrossEntropy", "SoftmaxCrossEntropy", "Network",
  ]

  @Test func everyLayerGetsItsLines() throws {
    let all = try ocr("check", "--seed", "3")
    #expect(all.exitCode == 0 && all.errors == "")
    let lines = all.output.split(separator: "\n")
    let verdicts = lines.filter { !$0.hasPrefix(" ") }
    #expect(verdicts.map { String($0.prefix { $0 != " " }) } == Self.names)
    #expect(verdicts.allSatisfy { $0.dropFirst(20).hasPrefix("pass  error ") })
    #expect(lines.count == 3 * Self.names.count)
    // A layer by itself gives the same.
    let one = try ocr("check", "Softmax", "--seed", "3")
    #expect(all.output.contains(one.output) && one.output.hasPrefix("Softmax "))
  }

  @Test func aTrapIsToldWithItsPlace() {
    let script = #"""
      printf 'M.swift:81: Fatal error: row 3 of 2×3\n' >&2
      printf ' 1 [ra] 0x00 Matrix.row(_:) in ocr at /a/Sources/Kernels/Matrix/MatrixSpans.swift:81:5\n' >&2
      printf ' 2 [ra] 0x00 f(_:) + 4 in ocr at /a/Sources/Layers/Linear.swift:23:31\n' >&2
      kill -ILL $$
      """#
    let checked = CheckedLayer(ChildProcess.run(["sh", "-c", script]), timeLimit: 20)
    #expect(!checked.passed)
    #expect(
      checked.lines(after: "Linear".padded(20), on: TerminalCapabilities())
        == "FAIL\n  trapped (signal 4) at Sources/Layers/Linear.swift:23: row 3 of 2×3\n")
  }

  @Test(arguments: [
    ("exec sleep 30", "did not finish within 20 s"), ("exit 0", "ended before its check was over"),
    ("exit 3", "exited with status 3"), ("kill -SEGV $$", "was stopped (signal 11)"),
  ])
  func otherEnds(script: String, words: String) {
    let run = ChildProcess.run(["sh", "-c", script], timeLimit: 0.5)
    #expect(CheckedLayer(run, timeLimit: 20).summary == words)
  }

  @Test func wordsAndNumbersFitTheWindow() throws {
    let report = checkGradients(of: Doubled())
    let checked = CheckedLayer(report)
    #expect(CheckedLayer(Array(checked.text.utf8)) == checked)
    #expect(checked.words == ["the gradient of a is 2 × too large"])
    for width in [40, 80] {
      var terminal = TerminalCapabilities()
      terminal.width = width
      let lines = ("Doubled".padded(20) + checked.lines(after: "Doubled".padded(20), on: terminal))
        .split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(lines)")
      #expect(lines.contains("  the gradient of a is 2 × too large"))
    }
  }

  @Test(arguments: ["", "{}", "[]", #"{"passed":true}"#, "garbage"])
  func whatIsNoReportIsNone(line: String) { #expect(CheckedLayer(Array(line.utf8)) == nil) }
}

/// b = a, and twice its gradient.
private struct Doubled: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) { b = a }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(gB, times: 2)
  }
}
