import GradientCheck
import Layers
import Operations
import Random
import Regression
import TestSupport
import Testing

/// Whole functions against central differences, parameter by parameter.
@Suite(.firstIssues) struct FiniteDifferenceTests {
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
    let names = function.parameters.map(\.name)
    let values = function.parameterValues
    let report = GradientReport(name: name, tolerance: 1e-9) { report in
      try report.compare(
        names.map { try #require(gradients[$0]) }, of: "J", by: names,
        at: names.map { try #require(values[$0]) }
      ) { point in
        try function.setParameters(Dictionary(uniqueKeysWithValues: zip(names, point)))
        return try function.objective(inputs: ["x": x], outcomes: ["y": y])
      }
    }
    #expect(report.comparisons == names.reduce(0) { $0 + (values[$1]?.shape.count ?? 0) })
    #expect(report.passed, "\(report)")
  }

  @Test(arguments: [0, 1, 2])
  func theProductIsRight(seed: UInt32) {
    let report = checkGradients(of: MatrixVectorProduct(), seed: seed)
    #expect(report.passed, "\(report)")
  }

  @Test(arguments: [OverwritingProduct(), AddRowWithoutGradient()] as [any BinaryModule])
  func wrongModulesFail(module: any BinaryModule) {
    let shapes = sampleShapes(operands: 1).map { [$0[0], Shape(1, $0[0].columns)] }
    #expect(!checkGradients(of: module, shapes: shapes).passed)
  }
}
