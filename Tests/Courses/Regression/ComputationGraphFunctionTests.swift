import Formats
import Layers
import Regression
import TestSupport
import Testing

@Suite(.firstIssues) struct ComputationGraphFunctionTests {
  /// By hand: x = (1, 2), y = 3, w = (2, −1), b = 0.5, λ = 0.1. ŷ = 0.5, the error is −2.5.
  @Test func ridgeByHand() throws {
    let ridge = try ComputationGraphFunction.ridge(inputs: 2, penalty: 0.1)
    try ridge.setParameters(["w": Matrix(row: [2, -1]), "b": Matrix(row: [0.5])])
    let x = ["x": Matrix(row: [1, 2])]
    let y = ["y": Matrix(row: [3])]
    #expect(try ridge.prediction(inputs: x) == Matrix(row: [0.5]))
    #expect(try ridge.objective(inputs: x, outcomes: y) == 6.75)
    let (objective, gradients) = try ridge.gradients(inputs: x, outcomes: y)
    #expect(objective == 6.75)
    #expect(gradients.keys.sorted() == ["b", "w"])
    // ∂J/∂w = 2 (ŷ − y) x + 2 λ w; without the penalty on b, ∂J/∂b = 2 (ŷ − y).
    #expect(gradients["w"] == Matrix(row: [-5 + 0.4, -10 - 0.2]))
    #expect(gradients["b"] == Matrix(row: [-5]))
    // A second time the same: gradients do not pile up.
    #expect(try ridge.gradients(inputs: x, outcomes: y).gradients == gradients)
  }

  @Test func parametersAreSetAndIncrementedByName() throws {
    let linear = try ComputationGraphFunction.linear(inputs: 2)
    try linear.setParameters(["w": Matrix(row: [1, 2])])
    try linear.incrementParameters(["w": Matrix(row: [10, 20]), "b": Matrix(row: [3])])
    try linear.incrementParameters(["b": Matrix(row: [4])])
    #expect(linear.parameterValues == ["w": Matrix(row: [11, 22]), "b": Matrix(row: [7])])
  }

  @Test func parametersAreReadBackFromAFile() throws {
    let scratch = try Scratch()
    let (written, read) = (
      try ComputationGraphFunction.linear(inputs: 2), try ComputationGraphFunction.linear(inputs: 2)
    )
    try written.setParameters(["w": Matrix(row: [1, 2]), "b": Matrix(row: [3])])
    try written.save(to: scratch.file("linear"))
    try read.setParameters(contentsOf: scratch.file("linear"))
    #expect(read.parameterValues == written.parameterValues)
    let wider = try ComputationGraphFunction.linear(inputs: 3)
    #expect(throws: FileError.self) { try wider.setParameters(contentsOf: scratch.file("linear")) }
  }

  @Test func ofWrongParametersNoneIsTaken() throws {
    let linear = try ComputationGraphFunction.linear(inputs: 2)
    let before = linear.parameterValues
    for values in [
      ["b": Matrix(row: [1]), "w": Matrix(row: [1])],
      ["b": Matrix(row: [1]), "v": .init(row: [1])],
    ] {
      #expect(throws: GraphError.self) { try linear.setParameters(values) }
      #expect(throws: GraphError.self) { try linear.incrementParameters(values) }
      #expect(linear.parameterValues == before)
    }
  }

  typealias Use = @Sendable (ComputationGraphFunction) throws -> Void

  static let misuses: [(message: String, use: Use)] = [
    (
      "node \"v\": is unknown here; accepted are w, b",
      {
        try $0.setParameters(["v": Matrix(row: [1])])
      }
    ),
    (
      "node \"w\": is 1×2, but was given 2×1",
      {
        try $0.incrementParameters(["w": Matrix(rows: 2, columns: 1)])
      }
    ),
    ("node \"x\": was given no value; it is 1×2", { _ = try $0.prediction(inputs: [:]) }),
    (
      "node \"x\": is 1×2, but was given 1×3",
      {
        _ = try $0.prediction(inputs: ["x": Matrix(row: [1, 2, 3])])
      }
    ),
    (
      "node \"w\": is unknown here; accepted are x",
      {
        _ = try $0.prediction(inputs: ["x": Matrix(row: [1, 2]), "w": Matrix(row: [1, 2])])
      }
    ),
    (
      "node \"y\": was given no value; it is 1×1",
      {
        _ = try $0.gradients(inputs: ["x": Matrix(row: [1, 2])], outcomes: [:])
      }
    ),
  ]

  @Test(arguments: misuses.indices)
  func errorsNameNodesAndShapes(index: Int) throws {
    let linear = try ComputationGraphFunction.linear(inputs: 2)
    let (message, use) = Self.misuses[index]
    let error = #expect(throws: GraphError.self) { try use(linear) }
    #expect(error?.description == message)
  }

  typealias Make =
    @Sendable (ComputationGraph, _ x: Node, _ y: Node, _ w: Node, _ p: Node, _ j: Node) throws
    -> ComputationGraphFunction

  static let misfits: [(message: String, make: Make)] = [
    (
      "node \"x\": must be an input or an outcome, once",
      { g, _, y, w, p, j in
        try .init(g, inputs: [], outcomes: [y], parameters: [w], prediction: p, objective: j)
      }
    ),
    (
      "node \"x\": must be an input or an outcome, once",
      { g, x, y, w, p, j in
        try .init(g, inputs: [x], outcomes: [y, x], parameters: [w], prediction: p, objective: j)
      }
    ),
    (
      "node \"w\": must be a parameter, once",
      { g, x, y, w, p, j in
        try .init(g, inputs: [x, w], outcomes: [y], parameters: [], prediction: p, objective: j)
      }
    ),
    (
      "node \"p\": is computed, so it cannot be given",
      { g, x, y, w, p, j in
        try .init(g, inputs: [x], outcomes: [y], parameters: [w, p], prediction: p, objective: j)
      }
    ),
    (
      "node \"p\": is 1×2, but an objective is 1×1",
      { g, x, y, w, p, _ in
        try .init(g, inputs: [x], outcomes: [y], parameters: [w], prediction: p, objective: p)
      }
    ),
    (
      "node \"z\": belongs to another graph",
      { g, _, y, w, p, j in
        let z = try ComputationGraph().value("z", Shape(1, 1))
        return try .init(
          g, inputs: [z], outcomes: [y], parameters: [w], prediction: p, objective: j)
      }
    ),
  ]

  @Test(arguments: misfits.indices)
  func nodesMustHaveTheirPlace(index: Int) throws {
    let graph = ComputationGraph()
    let x = try graph.value("x", Shape(1, 2))
    let y = try graph.value("y", Shape(1, 2))
    let w = try graph.parameter("w", Shape(1, 2))
    let p = try graph.sum("p", x, w)
    let j = try graph.squaredL2Distance("j", p, y)
    let (message, make) = Self.misfits[index]
    let error = #expect(throws: GraphError.self) { _ = try make(graph, x, y, w, p, j) }
    #expect(error?.description == message)
  }
}
