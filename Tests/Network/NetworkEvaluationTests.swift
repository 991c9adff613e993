import Layers
import Learning
import Network
import TestSupport
import Testing

@Suite(.firstIssues) struct NetworkEvaluationTests {
  /// Three pixels, three classes: the label is the pixel that is set.
  private func reader() throws -> Network {
    let network = try Network(inputs: 3, hidden: 3, classes: 3)
    let large = 80.0
    func diagonal(_ bias: Double) -> Matrix {
      Matrix(
        rows: 3, columns: 4,
        [bias, large, 0, 0, bias, 0, large, 0, bias, 0, 0, large])
    }
    try network.setParameters(alpha: diagonal(-large / 2), beta: diagonal(0))
    return network
  }

  private func examples(_ pixels: [Int], labels: [Int]) throws -> DataSet {
    var x = Matrix(rows: pixels.count, columns: 3)
    for (i, pixel) in pixels.enumerated() { x[i, pixel] = 1 }
    return try DataSet(x: x, labels: labels, classes: 3)
  }

  @Test func countsTheConfusion() throws {
    let data = try examples([0, 1, 2, 2, 0, 1, 2], labels: [0, 1, 2, 1, 2, 1, 2])
    let evaluation = try reader().evaluate(data)
    #expect(evaluation.labels == [0, 1, 2, 2, 0, 1, 2])
    #expect(evaluation.confusions.counts == [[1, 0, 0], [0, 2, 1], [1, 0, 2]])
    #expect(evaluation.errorRate == 2.0 / 7)
    #expect(abs(evaluation.loss - 2 * 80 / 7.0) < 1e-13)
    #expect(try reader().evaluate(data).loss == evaluation.loss)
    #expect(try reader().predict(data.x) == evaluation.labels)
  }

  @Test func probabilitiesAreŷ() throws {
    let network = try NetworkTrainingTests.network()
    let examples = try NetworkTrainingTests.examples()
    let probabilities = try network.probabilities(examples.x)
    #expect(probabilities.shape == Shape(12, 3))
    for i in 0..<12 {
      let ŷ = try network.forward(x: examples.image(i), y: examples.target(i)).ŷ
      #expect((0..<3).map { probabilities[i, $0] } == ŷ.values)
    }
  }

  @Test func theLowestLabelWinsTies() throws {
    let network = try Network(inputs: 3, hidden: 2, classes: 10)
    let x = Matrix(rows: 2, columns: 3)
    let examples = try DataSet(x: x, labels: [4, 0], classes: 10)
    #expect(try network.predict(x) == [0, 0])
    #expect(try network.evaluate(examples).errorRate == 0.5)
    #expect(try network.probabilities(x) == Matrix(rows: 2, columns: 10, (0..<20).map { _ in 0.1 }))
    var beta = Matrix(rows: 10, columns: 3)
    for tied in [3, 5, 9] { beta[tied, 0] = 2 }
    try network.setParameters(alpha: network.alpha, beta: beta)
    #expect(try network.predict(x) == [3, 3])
    #expect(try network.evaluate(examples).confusions.counts[4][3] == 1)
  }

  /// Each example is evaluated by itself: order and neighbours do not matter, nor what the network
  /// did before.
  @Test func examplesDoNotMeet() throws {
    let examples = try NetworkTrainingTests.examples()
    let network = try NetworkTrainingTests.network()
    let all = try network.evaluate(examples)
    var sum = 0.0
    for i in (0..<12).reversed() {
      let single = try DataSet(x: examples.image(i), labels: [examples.labels[i]], classes: 3)
      let alone = try network.evaluate(single)
      #expect(alone.labels == [all.labels[i]])
      sum += alone.loss
    }
    #expect(abs(sum / 12 - all.loss) < 1e-15)
    #expect(try network.evaluate(examples) == all)
  }

  /// Many examples are evaluated at a time; each has the bits it has alone.
  @Test(arguments: [1, 63, 64, 65, 130]) func anExampleIsTheSameInAnyCompany(count: Int) throws {
    let x = Matrix(rows: count, columns: 5, (0..<5 * count).map { Double($0 * 7 % 11) / 10 })
    let labels = (0..<count).map { $0 * 5 % 3 }
    let examples = try DataSet(x: x, labels: labels, classes: 3)
    let network = try Network(inputs: 5, hidden: 9, classes: 3)
    try network.initialize(.random(seed: 1))
    let probabilities = try network.probabilities(x)
    var sum = 0.0
    for i in 0..<count {
      let alone = try network.forward(
        x: Matrix(rows: i..<i + 1, of: x), y: Matrix(rows: i..<i + 1, of: examples.y))
      #expect(Matrix(rows: i..<i + 1, of: probabilities) == alone.ŷ)
      sum += alone.loss
    }
    #expect(try network.evaluate(examples).loss == sum / Double(count))
  }

  @Test func evaluatingChangesNoParameter() throws {
    let network = try NetworkTrainingTests.network()
    let (alpha, beta) = (network.alpha, network.beta)
    _ = try network.evaluate(NetworkTrainingTests.examples())
    #expect(network.alpha == alpha && network.beta == beta)
  }

  @Test func imagesMustFit() throws {
    let network = try NetworkTrainingTests.network()
    let error = #expect(throws: ShapeError.self) {
      try network.probabilities(Matrix(rows: 1, columns: 5))
    }
    #expect(error?.description == "Network: images of 5 pixels, expected 4")
  }
}
