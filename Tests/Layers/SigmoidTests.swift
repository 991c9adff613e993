import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct SigmoidTests {
  /// σ(ln 3) = 1 / (1 + 1/3).
  @Test func knownValues() throws {
    let ln3 = 1.0986122886681098
    let a = Matrix(rows: 2, columns: 2, [0, ln3, -ln3, 36])
    let b = try Sigmoid().forward(a)
    #expect(b.isClose(to: [0.5, 0.75, 0.25, 1], 1e-15))
    let gA = try Sigmoid().backward(a, b, Matrix(rows: 2, columns: 2, [8, 16, -16, 1]))
    #expect(gA.isClose(to: [2, 3, -3, 2.3195228302435696e-16], 1e-15))
  }

  /// For very negative a, σ(a) is exp(a): nothing is rounded to 0 too early.
  @Test func smallValuesKeepTheirPrecision() throws {
    let b = try Sigmoid().forward(Matrix(row: [-40, -700]))
    #expect(abs(b[0, 0] / 4.248354255291589e-18 - 1) < 1e-14)
    #expect(abs(b[0, 1] / 9.8596765437597708e-305 - 1) < 1e-13)
  }

  @Test(arguments: [746, 1e4, 1e308, Double.infinity]) func limits(a: Double) throws {
    let a = Matrix(row: [a, -a])
    let b = try Sigmoid().forward(a)
    #expect(b == Matrix(row: [1, 0]))
    #expect(try Sigmoid().backward(a, b, Matrix(row: [1e300, -1e300])) == Matrix(row: [0, 0]))
  }

  @Test func passesNaNOn() throws {
    let b = try Sigmoid().forward(Matrix(row: [.nan, 0]))
    #expect(b[0, 0].isNaN)
    #expect(b[0, 1] == 0.5)
  }
}
