import Formats
import Layers
import Learning
import Random
import Regression
import TestSupport
import Testing

/// Five epochs of every regression as NumPy carries them out.
@Suite(.firstIssues) struct TrainingReferenceTests {
  @Test(arguments: try Fixture.cases("regression/training.txt"))
  func trainsAsNumPyDoes(fixture: Fixture) throws {
    let data = try trainingSet(raw: fixture.name.hasSuffix("Raw"))
    let model = try model(fixture)
    var random = RandomState(seed: UInt32(try fixture.number("seed")))
    let scale = try fixture.number("scale")
    try model.drawParameters(scales: model.parameters.map { _ in scale }, &random)
    try expectParameters(of: model, fixture, "initial")
    var (objectives, errors): ([Double], [Double]) = ([], [])
    try model.train(
      on: data, step: fixture.number("step"), epochs: fixture("objective").columns, random: &random
    ) { _, objective in
      objectives.append(objective)
      errors.append(try model.averageSquareError(data))
    }
    #expect(try Matrix(row: objectives).relativeDistance(to: fixture("objective")) <= 1e-12)
    #expect(try Matrix(row: errors).relativeDistance(to: fixture("squareError")) <= 1e-12)
    try expectParameters(of: model, fixture, "final")
  }

  private func model(_ fixture: Fixture) throws -> ComputationGraphFunction {
    let inputs = Int(try fixture.number("inputs"))
    switch fixture.name.prefix(3) {
    case "lin": return try .linear(inputs: inputs)
    case "rid": return try .ridge(inputs: inputs, penalty: fixture.number("penalty"))
    default: return try .mlp(inputs: inputs, hidden: 10)
    }
  }

  private func trainingSet(raw: Bool) throws -> DataSet {
    let folder = try packageFolder("handout-data")
    let points = try PointCSV.read("\(folder)/regression/lasso_train.csv")
    let x = raw ? Matrix(rows: points.x.count, columns: 1, points.x) : StepFeatures.of(points.x)
    return try DataSet(x: x, y: Matrix(rows: points.y.count, columns: 1, points.y))
  }
}

/// Compares all parameters with those of a fixture, under `prefix.name`.
func expectParameters(
  of model: ComputationGraphFunction, _ fixture: Fixture, _ prefix: String
) throws {
  for node in model.parameters {
    let value = try #require(model.parameterValues[node.name])
    #expect(
      try value.relativeDistance(to: fixture("\(prefix).\(node.name)")) <= 1e-12, "\(node.name)")
  }
}
