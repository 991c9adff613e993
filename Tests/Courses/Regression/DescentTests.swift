import Layers
import Learning
import Random
import Regression
import Testing

struct DescentTests {
  /// y = 2x exactly.
  private func line() throws -> DataSet {
    let x = Matrix(rows: 4, columns: 1, [1, 2, 3, 4])
    return try DataSet(x: x, y: Matrix(rows: 4, columns: 1, [2, 4, 6, 8]))
  }

  @Test func findsTheLine() throws {
    let linear = try ComputationGraphFunction.linear(inputs: 1)
    var random = RandomState(seed: 1)
    let epochs = try linear.train(on: line(), step: 0.02, epochs: 1000, random: &random) { _, _ in }
    #expect(epochs == 1000)
    #expect(try linear.averageSquareError(line()) < 1e-12)
    #expect(try linear.averageObjective(line()) == linear.averageSquareError(line()))
    #expect(abs(try linear.predictions(Matrix(row: [10]))[0, 0] - 20) < 1e-5)
  }

  @Test func stopsAtOnceWhereAsked() throws {
    let linear = try ComputationGraphFunction.linear(inputs: 1)
    var random = RandomState(seed: 1)
    var (examples, reports) = (0, 0)
    let epochs = try linear.train(
      on: line(), step: 0.01, epochs: 10, random: &random,
      shouldStop: {
        examples += 1
        return examples == 10
      }, report: { _, _ in reports += 1 })
    #expect(epochs == 2 && reports == 2 && examples == 10)
  }

  @Test func divergenceIsAnError() throws {
    let linear = try ComputationGraphFunction.linear(inputs: 1)
    var random = RandomState(seed: 1)
    let error = #expect(throws: NotFiniteError.self) {
      try linear.train(on: line(), step: 1000, epochs: 100, random: &random) { _, _ in }
    }
    let message = try #require(error?.description)
    #expect(message.hasPrefix("epoch ") && message.hasSuffix("(is the step too large?)"))
    #expect(linear.parameterValues["w"]?.isFinite == true)
    let huge = try ComputationGraphFunction.linear(inputs: 1)
    try huge.setParameters(["w": Matrix(row: [1e200])])
    let first = #expect(throws: NotFiniteError.self) { try huge.averageSquareError(line()) }
    #expect(first?.epoch == nil && first?.example == 1)
  }

  @Test func dataMustFit() throws {
    let x = Matrix(rows: 4, columns: 1)
    #expect(
      throws: ShapeError("DataSet", "targets of shape 3×1 for inputs of shape 4×1")
    ) { try DataSet(x: x, y: Matrix(rows: 3, columns: 1)) }
    let linear = try ComputationGraphFunction.linear(inputs: 2)
    var random = RandomState(seed: 1)
    let error = #expect(throws: GraphError.self) {
      try linear.train(on: line(), step: 1, epochs: 1, random: &random) { _, _ in }
    }
    #expect(error?.description == "node \"x\": is 1×2, but the data are 4×1")
    #expect(throws: GraphError.self) { try linear.drawParameters(scales: [1], &random) }
  }

  @Test func stepsAreCountedFromTheirLeftEnd() {
    let features = StepFeatures.of([0, 0.0025, 0.0024, 1, -1])
    let sums = (0..<5).map { i in (0..<400).reduce(0) { $0 + features[i, $1] } }
    #expect(sums == [1, 2, 1, 400, 0])
    #expect(features[1, 0] == 1 && features[1, 1] == 1 && features[1, 2] == 0)
  }
}
