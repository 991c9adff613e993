import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct LogSoftmaxTests {
  static let ln2 = SoftmaxTests.ln2

  @Test(arguments: 1...17) func isTheLogarithmOfTheSoftmax(columns: Int) throws {
    let a = Matrix(rows: 3, columns: columns, pseudorandom(3, columns).values.map { 9 * $0 })
    let ŷ = try Softmax().forward(a)
    let b = try LogSoftmax().forward(a)
    #expect(b.isClose(to: try Log().forward(ŷ), 1e-14))
    let gB = pseudorandom(3, columns)
    let expected = try Softmax().backward(a, ŷ, Log().backward(ŷ, b, gB))
    #expect(try LogSoftmax().backward(a, b, gB).isClose(to: expected, 1e-13))
  }

  /// Finite logits never give NaN; −∞ only where the difference itself overflows.
  @Test(
    arguments: [
      ([1e308, -1e308], [0, -.infinity]), ([1e308, 1e308], [-ln2, -ln2]),
      ([-1e308, -1e308], [-ln2, -ln2]), ([-1e308], [0]), ([1e308, 0], [0, -1e308]),
      ([0, -1e308], [0, -1e308]), ([0, -800, -1e300], [0, -800, -1e300]),
      ([-800, -800, -1600], [-ln2, -ln2, -800 - ln2]),
    ] as [([Double], [Double])])
  func hugeLogits(logits: [Double], expected: [Double]) throws {
    let a = Matrix(row: logits)
    let b = try LogSoftmax().forward(a)
    #expect(b.isClose(to: expected, 1e-15))
    let gB = Matrix(row: logits.indices.map { Double($0) + 0.5 })
    let gA = try LogSoftmax().backward(a, b, gB)
    #expect(gA.isFinite)
    #expect(abs(gA.values.reduce(0, +)) < 1e-15)
  }

  @Test(arguments: [Double.nan, .infinity]) func passesNaNOn(logit: Double) throws {
    #expect(try !LogSoftmax().forward(Matrix(row: [0, logit, 1])).isFinite)
  }
}
