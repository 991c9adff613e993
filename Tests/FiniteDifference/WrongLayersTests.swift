import GradientCheck
import Layers
import Network
import Testing

/// Layers that are wrong on purpose must be caught, and named.
struct WrongLayersTests {
  /// The package's promise: a failure names the layer, the derivative and both of its values.
  @Test func aWrongLayerIsNamedWithItsWorstDerivative() throws {
    let report = checkGradients(of: TripledGradient(), shapes: [Shape(1, 1)])
    #expect(!report.passed)
    #expect(report.name == "TripledGradient")
    let worst = try #require(report.worst)
    #expect(["∂b[0,0]/∂a[0,0]", "∂(gB·b)/∂a[0,0]"].contains(worst.derivative))
    let message = "\(report)"
    let pattern =
      /TripledGradient: FAIL: error (\S+) \(tolerance 1e-09\), worst (\S+): backward (\S+), difference quotient (\S+)/
    let match = try #require(message.wholeMatch(of: pattern), "\(message)")
    let values = [match.1, match.3, match.4].compactMap { Double($0) }
    #expect(values == [report.error, worst.analytic, worst.numeric])
    #expect(abs(worst.analytic / worst.numeric - 3) < 1e-8)
    #expect(abs(report.error - 2.0 / 6) < 1e-8 || report.error > 0.1)
  }

  /// b = 2a, so every derivative is 2 or 0, and only the one that is wrong may be named.
  @Test(arguments: [(0, 0), (1, 2), (2, 1)]) func theWrongElementIsTheOneNamed(
    row: Int, column: Int
  ) throws {
    let wrong = WrongUnary(
      "Wrong", of: Double2(),
      backward: { a, b, gB, gA in
        Double2().backward(a, b, gB, adding: &gA)
        gA[row, column] += 3 * gB[row, column]
      })
    let worst = try #require(checkGradients(of: wrong, shapes: [Shape(3, 3)]).worst)
    #expect(worst.derivative.hasSuffix("/∂a[\(row),\(column)]"))
    #expect(
      worst.derivative == "∂b[\(row),\(column)]/∂a[\(row),\(column)]"
        || worst.derivative == "∂(gB·b)/∂a[\(row),\(column)]")
    #expect(abs(worst.analytic / worst.numeric - 2.5) < 1e-8)
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

  @Test func enoughMistakesWithDifferentNames() {
    #expect(Mistake.all.count >= 35)
    #expect(
      Set(Mistake.all.map { "\($0.testDescription) \($0.failing)" }).count == Mistake.all.count)
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

/// b = 2a, with the gradient of 6a.
private struct TripledGradient: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) { Double2().forward(a, into: &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) { gA.add(6, gB) }
}

/// b = 2a.
private struct Double2: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) {
    b.fill(0)
    b.add(2, a)
  }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) { gA.add(2, gB) }
}
