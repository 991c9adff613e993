import GradientCheck
import Layers
import Random
import Regression
import TestSupport
import Testing

/// Whole functions against central differences, parameter by parameter.
struct FiniteDifferenceTests {
  static let functions: [(name: String, make: @Sendable () throws -> ComputationGraphFunction)] = [
    ("linear", { try .linear(inputs: 9) }), ("ridge", { try .ridge(inputs: 9, penalty: 0.7) }),
    ("mlp", { try .mlp(inputs: 3, hidden: 5) }),
    ("multiclass", { try .multiclass(inputs: 2, hidden: 5, classes: 3) }),
  ]

  @Test(arguments: functions.map(\.name), 0..<3)
  func gradientsAreRight(name: String, seed: UInt32) throws {
    let make = try #require(Self.functions.first { $0.name == name }).make
    let function = try make()
    var random = RandomState(seed: seed)
    try function.drawParameters(scales: function.parameters.map { _ in 0.5 }, &random)
    let x = Matrix(row: (0..<function.inputs[0].shape.columns).map { _ in random.standardNormal() })
    let y = Matrix(
      row: name == "multiclass" ? [0, 1, 0] : [random.standardNormal()])
    let (_, gradients) = try function.gradients(inputs: ["x": x], outcomes: ["y": y])
    for node in function.parameters {
      let differences = try differences(of: node) { step in
        try function.incrementParameters([node.name: step])
        return try function.objective(inputs: ["x": x], outcomes: ["y": y])
      }
      let gradient = try #require(gradients[node.name])
      #expect(gradient.relativeDistance(to: differences) <= 1e-9, "\(node.name)")
    }
  }

  /// Central differences with respect to each element; `objective` takes a step and evaluates.
  private func differences(
    of node: Node, _ objective: (_ step: Matrix) throws -> Double
  ) throws -> Matrix {
    var differences = Matrix(node.shape)
    for i in 0..<node.shape.rows {
      for j in 0..<node.shape.columns {
        var step = Matrix(node.shape)
        let objectives = try [1e-5, -2e-5, 1e-5].map { size in
          step[i, j] = size
          return try objective(step)
        }
        differences[i, j] = (objectives[0] - objectives[1]) / 2e-5
      }
    }
    return differences
  }

  @Test(arguments: [0, 1, 2])
  func theProductIsRight(seed: UInt32) {
    let report = checkGradients(of: MatrixVectorProduct(), seed: seed)
    #expect(report.passed, "\(report)")
  }

  @Test(arguments: [OverwritingProduct(), AddRowWithoutGradient()] as [any BinaryModule])
  func wrongModulesFail(module: any BinaryModule) {
    #expect(
      !checkGradients(of: module, shapes: sampleShapes.map { ($0, Shape(1, $0.columns)) }).passed)
  }
}
