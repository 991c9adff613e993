import Layers
import Regression
import TestSupport
import Testing

/// PyTorch's predictions, objectives and gradients for single examples.
@Suite(.firstIssues) struct GradientReferenceTests {
  /// The models of the library, whose x has no gradient.
  @Test(arguments: try Fixture.cases("regression/gradients.txt"))
  func modelsAgree(fixture: Fixture) throws {
    let model = try model(of: fixture)
    #expect(try error(of: model, fixture, inputs: ["x": fixture("x")]) <= 1e-10)
  }

  /// The same systems built node by node, x learnt.
  @Test(arguments: try Fixture.cases("regression/gradients.txt"))
  func graphsAgree(fixture: Fixture) throws {
    #expect(try error(of: system(of: fixture), fixture) <= 1e-10)
  }

  @Test(arguments: try Fixture.cases("regression/gradients.txt"), GraphMistake.allCases)
  func mistakesAreFound(fixture: Fixture, mistake: GraphMistake) throws {
    let error = try error(of: system(of: fixture, mistake), fixture)
    #expect((error > 1e-3) == mistake.shows(in: fixture.name), "error \(error)")
  }

  private func model(of fixture: Fixture) throws -> ComputationGraphFunction {
    let inputs = try fixture("x").columns
    switch fixture.name {
    case "linear": return try .linear(inputs: inputs)
    case "ridge": return try .ridge(inputs: inputs, penalty: fixture.number("penalty"))
    case "mlp": return try .mlp(inputs: inputs, hidden: fixture("b1").columns)
    default: return try .multiclass(inputs: inputs, hidden: fixture("b1").columns, classes: 3)
    }
  }

  private func system(
    of fixture: Fixture, _ mistake: GraphMistake? = nil
  ) throws -> ComputationGraphFunction {
    let builder = SystemBuilder(mistake)
    let inputs = try fixture("x").columns
    switch fixture.name {
    case "linear": return try builder.linear(inputs: inputs, penalty: nil)
    case "ridge": return try builder.linear(inputs: inputs, penalty: fixture.number("penalty"))
    default:
      return try builder.mlp(
        inputs: inputs, hidden: fixture("b1").columns,
        classes: fixture.name == "multiclass" ? 3 : nil)
    }
  }

  /// The largest error of prediction, objective and gradients.
  private func error(
    of function: ComputationGraphFunction, _ fixture: Fixture,
    inputs: [String: Matrix] = [:]
  ) throws -> Double {
    for node in function.parameters {
      try function.setParameters([node.name: fixture(node.name)])
    }
    var y = try fixture("y")
    if fixture.name == "multiclass" {
      let label = Int(y[0, 0])
      y = Matrix(row: (0..<3).map { $0 == label ? 1 : 0 })
    }
    let result = try function.gradients(inputs: inputs, outcomes: ["y": y])
    var errors = [
      try Matrix(row: [result.objective]).relativeDistance(to: fixture("objective")),
      try function.prediction(inputs: inputs).relativeDistance(to: fixture("prediction")),
    ]
    for node in function.parameters {
      let gradient = try #require(result.gradients[node.name])
      errors.append(try gradient.relativeDistance(to: fixture("g\(node.name)")))
    }
    return errors.max() ?? .infinity
  }
}

extension GraphMistake {
  /// Whether the mistake makes a difference in a system.
  fileprivate func shows(in system: String) -> Bool {
    switch self {
    case .penaltyOnBias, .normNotSquared, .overwritesInsteadOfAdding: system == "ridge"
    case .biasGradientMissing: true
    }
  }
}
