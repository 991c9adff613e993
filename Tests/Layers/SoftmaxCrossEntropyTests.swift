import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct SoftmaxCrossEntropyTests {
  static let ln2 = SoftmaxTests.ln2

  /// softmax(0, ln 3) = (¼, ¾).
  @Test func knownValues() throws {
    let y = Matrix(row: [1, 0])
    let b = Matrix(row: [0, 1.0986122886681098])
    let loss = try SoftmaxCrossEntropy().forward(y, b)
    #expect(loss.isClose(to: [2 * Self.ln2], 1e-15))
    let (gY, gB) = try SoftmaxCrossEntropy().backward(y, b, loss, Matrix(row: [-2]))
    #expect(gB.isClose(to: [1.5, -1.5], 1e-15))
    #expect(gY.isClose(to: [-4 * Self.ln2, -2 * 0.2876820724517809], 1e-15))
  }

  /// A target that sums to 3: gB = 3 ŷ − y.
  @Test func targetsNeedNotSumToOne() throws {
    let y = Matrix(row: [2, 1])
    let b = Matrix(row: [7, 7])
    let loss = try SoftmaxCrossEntropy().forward(y, b)
    #expect(loss.isClose(to: [3 * Self.ln2], 1e-15))
    #expect(
      try SoftmaxCrossEntropy().backward(y, b, loss, Matrix(row: [1])).gW
        == Matrix(row: [-0.5, 0.5]))
  }

  @Test(arguments: [(1, 1), (1, 10), (4, 7), (3, 8), (2, 17)])
  func equalsThePair(n: Int, classes: Int) throws {
    let b = Matrix(rows: n, columns: classes, pseudorandom(n, classes).values.map { 9 * $0 })
    let y = try Softmax().forward(pseudorandom(n + 1, classes).firstRows(n))
    let gJ = pseudorandom(n, 1)
    let ŷ = try Softmax().forward(b)
    let pair = try CrossEntropy().forward(y, ŷ)
    let loss = try SoftmaxCrossEntropy().forward(y, b)
    #expect(loss.isClose(to: pair, 1e-12))
    let (gY, gŶ) = try CrossEntropy().backward(y, ŷ, pair, gJ)
    let gradients = try SoftmaxCrossEntropy().backward(y, b, loss, gJ)
    #expect(gradients.gA.isClose(to: gY, 1e-12))
    #expect(gradients.gW.isClose(to: try Softmax().backward(b, ŷ, gŶ), 1e-12))
    var fromŶ = Matrix(b.shape)
    SoftmaxCrossEntropy().backward(y, softmax: ŷ, gJ, adding: &fromŶ)
    #expect(fromŶ == gradients.gW)
  }

  /// Target class, logits, loss. The gradient is ŷ − y in all of them.
  @Test(arguments: [
    (0, [1e308, -1e308], 0), (0, [1e308, 1e308], ln2), (0, [1e308, 1e308, -1e308], ln2),
    (1, [0, -800], 800), (1, [0, -1e300], 1e300), (1, [1e308, -1e308], .infinity),
    (0, [-1e308], 0), (1, [-1e308, -1e308], ln2), (0, [1e308, 0], 0), (1, [1e308, 0], 1e308),
  ])
  func hugeLogits(target: Int, logits: [Double], expected: Double) throws {
    var y = Matrix(rows: 1, columns: logits.count)
    y[0, target] = 1
    let b = Matrix(row: logits)
    let loss = try SoftmaxCrossEntropy().forward(y, b)
    #expect(loss.isClose(to: [expected], 1e-15))
    let ŷ = try Softmax().forward(b)
    let gB = try SoftmaxCrossEntropy().backward(y, b, loss, Matrix(row: [1])).gW
    #expect(gB.values == zip(ŷ.values, y.values).map { $0 - $1 })
  }
}

extension Matrix {
  fileprivate func firstRows(_ n: Int) -> Matrix {
    Matrix(rows: n, columns: columns, Array(values.prefix(n * columns)))
  }
}
