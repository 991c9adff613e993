import Autodiff
import Graph
import Layers
import TestSupport
import Testing

/// docs/autodiff.md says nothing that is not so.
struct AutodiffTutorialTests {
  private let page: Page

  init() throws { page = try Page("docs/autodiff.md") }

  @Test func itsCodeIsCompiledAndRun() throws {
    #expect(page.blocks("swift").count == 10)
    #expect(try page.blocksMissing(in: "AutodiffTutorial.swift") == [])
  }

  @Test func itsCodePrintsWhatItSays() throws {
    var tutorial = AutodiffTutorial()
    try tutorial.run()
    let isSaid = page.says(tutorial.lines)
    #expect(isSaid, "\(tutorial.lines)")
    #expect(!tutorial.lines.contains("false"))
  }

  /// Every row of the two tables, from what the library computes.
  @Test func itsTablesAreRight() throws {
    let expressions = Expressions()
    let x1 = try expressions.input("x1", default: Matrix(row: [3]))
    let x2 = try expressions.input("x2", default: Matrix(row: [7]))
    let f = try square(x1 + x1 + x2).named("f")
    let result = try expressions.backpropagate(f)
    let values = result.values.mapValues { Int($0[0, 0]) }
    let deltas = result.gradients.mapValues { Int($0[0, 0]) }
    let sequence = try expressions.operationSequence(of: f)

    let forward = sequence.map { line in
      "| `\(line.code)` | \(line.arithmetic(values)) | \(values[line.output, default: 0]) |"
    }
    var sums: [String: Int] = [:]
    let backward = sequence.reversed().map { line in
      let δ = deltas[line.output, default: 0]
      let steps = zip(line.inputs, line.partials(values)).map { input, partial in
        sums[input, default: 0] += δ * partial
        return "δ\(input) += \(δ)·\(partial) → \(sums[input, default: 0])"
      }
      return "| `\(line.code)` | \(δ) | \(steps.joined(separator: ", ")) |"
    }
    #expect(page.text.contains((["|---|---|---|"] + forward).joined(separator: "\n") + "\n"))
    #expect(page.text.contains((["|---|---|---|"] + backward).joined(separator: "\n") + "\n"))
    #expect(sums.filter { $0.key.hasPrefix("x") } == ["x1": 52, "x2": 26])
  }
}

extension Instruction {
  fileprivate var code: String { "\(output) = \(function)(\(inputs.joined(separator: ", ")))" }

  fileprivate func arithmetic(_ values: [String: Int]) -> String {
    let inputs = inputs.map { "\(values[$0, default: 0])" }
    return function == "add" ? inputs.joined(separator: " + ") : inputs.joined() + "²"
  }

  fileprivate func partials(_ values: [String: Int]) -> [Int] {
    function == "add" ? [1, 1] : inputs.map { 2 * values[$0, default: 0] }
  }
}
