import Layers
import TestSupport
import Testing

struct CrossEntropyTests {
  static let ln2 = SoftmaxTests.ln2

  @Test func knownValues() throws {
    let y = Matrix(rows: 2, columns: 2, [0, 1, 0.5, 0.25])
    let ŷ = Matrix(rows: 2, columns: 2, [0.75, 0.25, 0.5, 0.125])
    let loss = try CrossEntropy().forward(y, ŷ)
    #expect(loss.shape == Shape(2, 1))
    #expect(loss.isClose(to: [2 * Self.ln2, 1.25 * Self.ln2], 1e-15))
    let (gY, gŶ) = try CrossEntropy().backward(y, ŷ, loss, Matrix(rows: 2, columns: 1, [1, -2]))
    #expect(gŶ == Matrix(rows: 2, columns: 2, [0, -4, 2, 4]))
    let ln2 = Self.ln2
    #expect(gY.isClose(to: [-0.2876820724517809 * -1, 2 * ln2, -2 * ln2, -6 * ln2], 1e-15))
  }

  @Test func impossibleClassesThatAreNotTheTargetCostNothing() throws {
    #expect(
      try CrossEntropy().forward(Matrix(row: [1, 0]), Matrix(row: [1, 0])) == Matrix(row: [0]))
  }

  /// The loss of a target that is held for impossible is infinite; its gradient must not turn into
  /// NaN in the softmax below.
  @Test func impossibleTargets() throws {
    let y = Matrix(row: [0, 1])
    let logits = Matrix(row: [0, -1e308])
    let ŷ = try Softmax().forward(logits)
    let loss = try CrossEntropy().forward(y, ŷ)
    #expect(loss == Matrix(row: [.infinity]))
    let gŶ = try CrossEntropy().backward(y, ŷ, loss, Matrix(row: [1])).gW
    #expect(gŶ == Matrix(row: [0, -1 / Double.leastNormalMagnitude]))
    #expect(try Softmax().backward(logits, ŷ, gŶ).isFinite)
  }
}
