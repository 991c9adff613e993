import Eager
import Graph
import Layers
import Network
import Random
import TestSupport
import Testing

/// Whole networks: gradients by difference quotients, and against the module network's.
@Suite(.firstIssues) struct MLPTests {
  private let graph = TensorGraph()

  private func mlp(
    _ hidden: [Int], _ activation: MLP.Activation = .sigmoid, isResidual: Bool = false,
    _ initialization: WeightInitialization = .glorot
  ) throws -> MLP {
    var random = RandomState(seed: 1)
    return try MLP(
      inputs: 4, hidden: hidden, classes: 3, in: graph, activation: activation,
      isResidual: isResidual, initialization: initialization, random: &random)
  }

  /// Gradients of the summed cross-entropy with respect to all parameters, of a batch of five.
  @Test(
    arguments: [([6], false), ([5, 7], false), ([5, 5, 5], true)] as [([Int], Bool)],
    MLP.Activation.allCases)
  func gradients(_ layers: ([Int], Bool), activation: MLP.Activation) throws {
    let mlp = try mlp(layers.0, activation, isResidual: layers.1)
    for (k, parameter) in mlp.parameters().enumerated() {
      // Off the kinks of ReLU, and no bias 0.
      let shape = try parameter.shape
      try parameter.add(.irregular(shape.rows, shape.columns, k), times: 0.3)
    }
    func loss() throws -> TensorNode {
      try logceloss(mlp(graph.constant(.irregular(5, 4, 3))), [0, 2, 1, 1, 2])
    }
    try loss().backward()
    graph.clear()
    let ε = 1e-5
    for parameter in mlp.parameters() {
      let analytic = try parameter.gradient
      var numeric = Matrix(analytic.shape)
      for i in 0..<numeric.rows {
        for j in 0..<numeric.columns {
          var direction = Matrix(analytic.shape)
          direction[i, j] = 1
          try parameter.add(direction, times: ε)
          let above = try graph.scope { try loss().value[0, 0] }
          try parameter.add(direction, times: -2 * ε)
          let below = try graph.scope { try loss().value[0, 0] }
          try parameter.add(direction, times: ε)
          numeric[i, j] = (above - below) / (2 * ε)
        }
      }
      let largest = numeric.values.reduce(0) { max($0, abs($1)) }
      #expect(largest > 0.01)
      #expect(analytic.distance(to: numeric) / largest < 1e-8)
    }
  }

  /// 128-20-10 built eagerly from the parameters of the OCR system's network.
  @Test func agreesWithTheModuleNetwork() throws {
    let network = try Network(inputs: 128, hidden: 20, classes: 10)
    try network.initialize(.random(seed: 5))
    let x = Matrix(row: (0..<128).map { $0 * 7 % 5 == 0 ? 1 : 0 })
    var y = Matrix(rows: 1, columns: 10)
    y[0, 3] = 1
    let expected = try (network.forward(x: x, y: y).loss, network.backward(x: x, y: y))

    let (α, β) = (network.alpha, network.beta)
    let (w1, b1) = (try weights(α), try bias(α))
    let (w2, b2) = (try weights(β), try bias(β))
    let hidden = try graph.constant(x).matmul(w1).addRow(b1).sigmoid()
    let loss = try logceloss(logsoftmax(hidden.matmul(w2).addRow(b2)), [3])
    try loss.backward()
    #expect(try abs(loss.value[0, 0] - expected.0) <= 1e-12)
    for (w, b, gradient) in [(w1, b1, expected.1.alpha), (w2, b2, expected.1.beta)] {
      for i in 0..<gradient.rows {
        #expect(try abs(b.gradient[0, i] - gradient[i, 0]) <= 1e-12)
      }
      let inner = Matrix(
        rows: gradient.columns - 1, columns: gradient.rows,
        (1..<gradient.columns).flatMap { j in (0..<gradient.rows).map { gradient[$0, j] } })
      #expect(try w.gradient.distance(to: inner) <= 1e-12)
    }
  }

  /// The hand-out's matrix without its biases in column 0, transposed.
  private func weights(_ ω: Matrix) throws -> TensorNode {
    try graph.parameter(
      Matrix(
        rows: ω.columns - 1, columns: ω.rows,
        (1..<ω.columns).flatMap { j in (0..<ω.rows).map { ω[$0, j] } }))
  }

  private func bias(_ ω: Matrix) throws -> TensorNode {
    try graph.parameter(Matrix(row: (0..<ω.rows).map { ω[$0, 0] }))
  }

  /// `RandomState(1).randn(4, 6) * sqrt(2 / 10)`, then the next layer's; biases 0.
  @Test func initialWeights() throws {
    var random = RandomState(seed: 1)
    let mlp = try mlp([6])
    let shapes = try mlp.parameters().map { try $0.shape }
    #expect(shapes == [Shape(4, 6), Shape(1, 6), Shape(6, 3), Shape(1, 3)])
    for (layer, variance) in zip(mlp.layers, [2.0 / 10, 2.0 / 9]) {
      for weight in try layer.weights.value.values {
        #expect(weight == random.standardNormal() * variance.squareRoot())
      }
      #expect(try layer.bias.value.values.allSatisfy { $0 == 0 })
    }
  }

  @Test func otherInitialWeights() throws {
    let zero = try mlp([6], .sigmoid, isResidual: false, .zero).layers[0].weights.value
    #expect(zero == Matrix(rows: 4, columns: 6))
    graph.clear()
    var random = RandomState(seed: 1)
    let normal = try mlp([6], .sigmoid, isResidual: false, .normal).layers[0].weights.value
    #expect(normal[0, 0] == 0.1 * random.standardNormal())
  }

  @Test func residualLayersAreOfOneWidth() {
    let error = TensorError.shape(
      ShapeError("MLP", "is residual, but has layers of 3 and 4"))
    #expect(throws: error) { try mlp([3, 4], isResidual: true) }
  }

  /// With all weights 0, a residual layer passes its input on and adds σ(0) = ½.
  @Test func residualLayersAddTheirInput() throws {
    for (isResidual, expected) in [(false, 0.5), (true, 1.0)] {
      let graph = TensorGraph()
      var random = RandomState(seed: 1)
      let mlp = try MLP(
        inputs: 1, hidden: [1, 1], classes: 2, in: graph, isResidual: isResidual,
        initialization: .zero, random: &random)
      try mlp.layers[2].weights.add(Matrix(row: [1, 0]))
      let outputs = try mlp(graph.constant(Matrix(row: [9]))).value
      #expect(abs(outputs[0, 0] - outputs[0, 1] - expected) < 1e-15)
    }
  }
}
