import GradientCheck
import Layers
import TestSupport
import Testing

/// Layers that are wrong on purpose must be caught, and named.
@Suite(.firstIssues) struct WrongLayersTests {
  /// The package's promise: a failure names the layer, the derivative and both of its values. Here
  /// every derivative is 2, and `backward` says 6 or 1; the error is relative to the larger.
  @Test(arguments: [(6, 2.0 / 3), (1, 0.5)] as [(Double, Double)])
  func aWrongLayerIsNamedWithItsWorstDerivative(slope: Double, error: Double) throws {
    let wrong = WrongUnary("Wrong", of: Twofold(), backward: { $3.add($2, times: slope) })
    let report = checkGradients(of: wrong, shapes: [[Shape(1, 1)]])
    #expect(!report.passed)
    #expect(report.name == "Wrong")
    #expect(abs(report.error - error) < 1e-8)
    let worst = try #require(report.worst)
    #expect(worst.derivative == "∂b[0,0]/∂a[0,0]")
    #expect(abs(worst.analytic - slope) < 1e-14)
    #expect(abs(worst.numeric - 2) < 1e-9)
    let element = try #require(worst.element)
    #expect(
      "\(report)"
        == "Wrong: FAIL: the gradient of a is \(slope > 2 ? "3 × too large" : "2 × too small"); "
        + "error \(report.error) (tolerance 1e-09), worst ∂b[0,0]/∂a[0,0] at \(element): "
        + "backward \(worst.analytic), difference quotient \(worst.numeric)")
  }

  /// Only ∂b[k]/∂a[i] is wrong, 3 and not 0, so that one must be named.
  @Test(arguments: [(0, 1, 2, 2), (2, 1, 0, 2), (1, 1, 2, 0)]) func theWrongElementIsTheOneNamed(
    bRow: Int, bColumn: Int, aRow: Int, aColumn: Int
  ) throws {
    let wrong = WrongUnary(
      "Wrong", of: Twofold(),
      backward: { a, b, gB, gA in
        Twofold().backward(a, b, gB, adding: &gA)
        gA[aRow, aColumn] += 3 * gB[bRow, bColumn]
      })
    let worst = try #require(checkGradients(of: wrong, shapes: [[Shape(3, 3)]]).worst)
    #expect(worst.derivative == "∂b[\(bRow),\(bColumn)]/∂a[\(aRow),\(aColumn)]")
    #expect(abs(worst.analytic - 3) < 1e-14)
    #expect(worst.numeric == 0)
  }

  @Test(arguments: Mistake.all, [0, 1, 2] as [UInt32])
  func caughtAndNamed(mistake: Mistake, seed: UInt32) {
    let reports = mistake.checks().map { ($0.name, $0.run(seed)) }
    #expect(reports.filter { !$0.1.passed }.map(\.0) == mistake.failing)
    let named = reports.filter { $0.0 != "Network" && !$0.1.passed }.map(\.1)
    #expect(named.map(\.name) == [mistake.testDescription])
    #expect(named.allSatisfy { "\($0)".hasPrefix("\(mistake.testDescription): FAIL") })
    #expect(named.allSatisfy { $0.failure != nil || $0.worst != nil })
  }

  @Test(arguments: [-3e-9, 3e-9]) func evenByAFewBillionths(error: Double) {
    let wrong = WrongUnary("Wrong", of: Sigmoid()) { _, b, gB in gB * b * (1 - b) * (1 + error) }
    for seed in 0..<10 as Range<UInt32> { #expect(!checkGradients(of: wrong, seed: seed).passed) }
  }

  @Test func whatCannotBeCheckedFails() {
    let refuses = checkGradients(of: RefusesEverything())
    #expect(!refuses.passed && refuses.comparisons == 0)
    #expect("\(refuses)".hasPrefix("RefusesEverything: FAIL: it accepted none of the shapes [["))
    let output = WrongUnary("Wrong", of: Sigmoid(), forward: { $1 = Matrix(Shape($0.rows, 9)) })
    #expect(
      "\(checkGradients(of: output))"
        == "Wrong: FAIL: Wrong: the output has shape 1×9, expected 1×1")
    let gradient = WrongUnary("Wrong", of: Sigmoid(), backward: { $3 = Matrix(Shape($0.rows, 9)) })
    #expect(
      "\(checkGradients(of: gradient))"
        == "Wrong: FAIL: Wrong: the gradient of a has shape 1×9, expected 1×1")
  }
}

/// b = 2a.
private struct Twofold: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) {
    b.fill(0)
    b.add(a, times: 2)
  }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(gB, times: 2)
  }
}
