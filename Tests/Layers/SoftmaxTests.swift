import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct SoftmaxTests {
  static let ln2 = 0.6931471805599453
  static let ln5 = 1.6094379124341003

  @Test func probabilitiesAreProportionalToExponentials() throws {
    let b = try Softmax().forward(
      Matrix(rows: 2, columns: 3, [0, Self.ln2, Self.ln5, -Self.ln2, Self.ln2, 0]))
    let sevenths: [Double] = [1, 4, 2]
    #expect(b.isClose(to: [0.125, 0.25, 0.625] + sevenths.map { $0 / 7 }, 1e-15))
  }

  /// (diag(b) − b bᵀ) gB for b = (½, ¼, ¼) and gB = (4, 8, −4): b·gB = 3.
  @Test func backwardMultipliesByTheJacobian() throws {
    let a = Matrix(row: [Self.ln2, 0, 0])
    let gA = try Softmax().backward(a, Matrix(row: [0.5, 0.25, 0.25]), Matrix(row: [4, 8, -4]))
    #expect(gA == Matrix(row: [0.5, 1.25, -1.75]))
  }

  @Test(arguments: 1...17) func rowsSumToOneAndGradientsToZero(columns: Int) throws {
    let a = pseudorandom(3, columns)
    let b = try Softmax().forward(a)
    let gA = try Softmax().backward(a, b, pseudorandom(3, columns + 1).dropLastColumn)
    for i in 0..<3 {
      #expect(abs(b[row: i].reduce(0, +) - 1) < 1e-15)
      #expect(b[row: i].allSatisfy { $0 > 0 })
      #expect(abs(gA[row: i].reduce(0, +)) < 1e-15)
    }
  }

  /// Eighths and 1024 are added without rounding, so not a bit may change.
  @Test func isInvariantUnderShifts() throws {
    let logits = [-3, -0.125, 0, 2.5, 2.375]
    let shifted = Matrix(row: logits.map { $0 + 1024 })
    #expect(try Softmax().forward(shifted) == Softmax().forward(Matrix(row: logits)))
  }

  @Test(arguments: [
    ([1e308, -1e308], [1, 0]), ([1e308, -1e308, 1e308], [0.5, 0, 0.5]), ([-1e308], [1]),
    ([-1e308, -1e308], [0.5, 0.5]), ([1e308, 0], [1, 0]), ([0, -1e308], [1, 0]),
    ([-1.7e308, 1.7e308, 1.7e308, 1.7e308, 1.7e308], [0, 0.25, 0.25, 0.25, 0.25]),
  ])
  func hugeLogits(logits: [Double], probabilities: [Double]) throws {
    let a = Matrix(row: logits)
    let b = try Softmax().forward(a)
    #expect(b == Matrix(row: probabilities))
    let gB = Matrix(row: logits.indices.map { Double($0) - 0.5 })
    #expect(try Softmax().backward(a, b, gB).isFinite)
  }

  @Test(arguments: [Double.nan, .infinity]) func passesNaNOn(logit: Double) throws {
    #expect(try !Softmax().forward(Matrix(row: [0, logit, 1])).isFinite)
  }
}

extension Matrix {
  fileprivate var dropLastColumn: Matrix {
    Matrix(rows: rows, columns: columns - 1, (0..<rows).flatMap { self[row: $0].dropLast() })
  }
}
