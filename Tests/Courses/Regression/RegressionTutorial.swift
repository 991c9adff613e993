import GradientCheck
import Layers
import Learning
import Operations
import Random
import Regression

/// The code of docs/regression.md, block by block, so that it is compiled and run as it stands there.
struct RegressionTutorial {
  /// What the page's code prints.
  private(set) var lines: [String] = []

  private mutating func print(_ items: Any...) {
    lines += items.map { "\($0)" }.joined(separator: " ").split(separator: "\n").map(String.init)
  }

  mutating func run() throws {
    try ridgeRegression()
    try descent()
    try ownNode()
  }

  private mutating func ridgeRegression() throws {
    let graph = ComputationGraph()
    let x = try graph.value("x", Shape(1, 2))
    let y = try graph.value("y", Shape(1, 1))
    let w = try graph.parameter("w", Shape(1, 2))
    let b = try graph.parameter("b", Shape(1, 1))
    let prediction = try graph.vectorScalarAffine("prediction", x, w, b)
    let loss = try graph.squaredL2Distance("loss", prediction, y)
    let penalty = try graph.l2NormPenalty("penalty", 0.5, w)
    let objective = try graph.sum("objective", loss, penalty)
    print(graph)

    let ridge = try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: [w, b], prediction: prediction,
      objective: objective)
    try ridge.setParameters(["w": Matrix(row: [2, -1]), "b": Matrix(row: [0.5])])
    let (value, gradients) = try ridge.gradients(
      inputs: ["x": Matrix(row: [1, 2])], outcomes: ["y": Matrix(row: [3])])
    print(value, gradients["w"]?.values ?? [], gradients["b"]?.values ?? [])

    var parameters = ridge.parameterValues
    for (name, gradient) in gradients { parameters[name]?.add(gradient, times: -0.01) }
    try ridge.setParameters(parameters)
    let after = try ridge.objective(
      inputs: ["x": Matrix(row: [1, 2])], outcomes: ["y": Matrix(row: [3])])
    print(after < value)
  }

  private mutating func descent() throws {
    let line = try DataSet(
      x: Matrix(rows: 4, columns: 1, [0, 1, 2, 3]), y: Matrix(rows: 4, columns: 1, [1, 3, 5, 7]))
    let linear = try ComputationGraphFunction.linear(inputs: 1)
    var random = RandomState(seed: 0)
    try linear.train(on: line, step: 0.05, epochs: 500, random: &random) { _, _ in }
    print(try linear.averageSquareError(line) < 1e-20)
  }

  private mutating func ownNode() throws {
    struct PseudoHuber: ElementwiseModule {
      func value(_ a: Double) -> Double { (1 + a * a).squareRoot() - 1 }
      func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB * a / (b + 1) }
    }

    print(checkGradients(of: PseudoHuber()).passed)

    let graph = ComputationGraph()
    let ŷ = try graph.parameter("ŷ", Shape(1, 1))
    let y = try graph.value("y", Shape(1, 1))
    let error = try graph.node("error", Subtract(), ŷ, y)
    let objective = try graph.node("objective", PseudoHuber(), error)
    let function = try ComputationGraphFunction(
      graph, inputs: [], outcomes: [y], parameters: [ŷ], prediction: ŷ, objective: objective)
    try function.setParameters(["ŷ": Matrix(row: [2])])
    let result = try function.gradients(inputs: [:], outcomes: ["y": Matrix(row: [1.25])])
    print(result.objective, result.gradients["ŷ"]?.values ?? [])
  }
}
