import GradientCheck
import Layers
import Network
import Testing

/// What a report keeps to be drawn.
struct ComparedDerivativesTests {
  /// Of operands with rows and columns, near 1.
  @Test func aRightLayersPictureIsTelling() throws {
    let report = checkGradients(of: Linear())
    #expect(report.derivatives.map(\.matrix) == ["a", "w"])
    #expect(report.derivatives.map(\.shape) == [Shape(2, 3), Shape(4, 3)])
    for derivatives in report.derivatives {
      #expect(derivatives.output == Shape(2, 3) && derivatives.isNear && !derivatives.isWorst)
      #expect(
        derivatives.analytic.count == 6 && !derivatives.cells.contains(where: derivatives.isBeyond))
    }
  }

  /// ∂b[k]/∂w[i] of b = aW + bias is an element of a, or 1, or 0.
  @Test func theNumbersAreTheJacobian() {
    let report = checkGradients(of: Linear())
    let (byA, byW) = (report.derivatives[0], report.derivatives[1])
    for cell in byW.cells {
      let (example, output) = (cell.row / 3, cell.row % 3)
      let (row, column) = (cell.column / 3, cell.column % 3)
      let right = column != output ? 0 : row == 0 ? 1 : byA.elements[example * 3 + row - 1]
      #expect(byW.analytic[cell.row][cell.column].isClose(to: right))
      #expect(byW.name(cell) == "∂b[\(example),\(output)]/∂w[\(row),\(column)]")
    }
  }

  /// One that is ten times as wrong is drawn instead, with the numbers of the report's worst.
  @Test func whatIsWrongElsewhereIsDrawnThere() throws {
    let wrong = WrongUnary("w", of: Sigmoid()) { a, b, gB in abs(a) > 2 ? 0 : gB * b * (1 - b) }
    let report = checkGradients(of: wrong)
    let derivatives = try #require(report.derivatives.first)
    #expect(derivatives.isWorst && !derivatives.isNear)
    let worst = try #require(derivatives.worst)
    #expect(worst.error == report.error)
    #expect(derivatives.name(worst.cell) == report.worst?.derivative)
    #expect(derivatives.number(worst.cell) == report.worst?.element)
    #expect(derivatives.numeric[worst.cell.row][worst.cell.column] == report.worst?.numeric)
  }

  @Test func whatIsAtAKinkIsNotCompared() throws {
    let at = Matrix(row: [0.5, 0, -0.5])
    let report = checkGradients(
      of: Kinked(), domains: [.real.avoiding(0)], shapes: [], at: [[at]])
    #expect(report.passed)
    let derivatives = try #require(report.derivatives.first)
    #expect(
      derivatives.errors.map { $0.map { $0 == nil } }
        == Array(repeating: [false, true, false], count: 3))
    #expect(!derivatives.cells.contains(where: derivatives.isBeyond))
  }

  /// Its errors, all together, are the report's: it is judged by the length of their vector.
  @Test func aNetworksErrorsAreSharesOfTheWholeGradient() throws {
    let report = checkGradients(of: try Network(inputs: 8, hidden: 3, classes: 4), seed: 3)
    #expect(report.derivatives.map(\.shape) == [Shape(3, 9), Shape(4, 4)])
    let errors = report.derivatives.flatMap { $0.errors.joined().compactMap(\.self) }
    #expect(errors.count == 27 + 16)
    let length = errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(abs(length - report.error) <= 1e-6 * report.error)
  }

  /// Neither a picture nor a process's answer of a hundred thousand squares helps.
  @Test func whatIsTooLargeIsLeftOut() {
    let report = checkGradients(of: Linear(), shapes: [[Shape(5, 10), Shape(11, 12)]])
    #expect(report.passed && report.derivatives.isEmpty)
  }

  /// NaN beside right derivatives is neither "missing" nor a factor.
  @Test func nanHasNoOtherName() {
    let wrong = WrongUnary(
      "w", of: Sigmoid(),
      backward: { a, b, gB, gA in
        Sigmoid().backward(a, b, gB, adding: &gA)
        gA[0, 0] = .nan
      })
    #expect(checkGradients(of: wrong).diagnosis.isEmpty)
  }
}

extension Double {
  fileprivate func isClose(to other: Double) -> Bool { abs(self - other) < 1e-15 }
}

/// b = |a|
private struct Kinked: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) { b = a.map(abs) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.addEach { i, j in a[i, j] < 0 ? -gB[i, j] : gB[i, j] }
  }
}
