import Layers

/// The four systems of the homework. The input is called x, the outcome y. All throw `GraphError` when
/// there are no inputs, hidden units or classes.
extension ComputationGraphFunction {
  /// `ŷ = w·x + b`, `J = (ŷ − y)²`; parameters w: 1×D, b: 1×1.
  public static func linear(inputs: Int) throws(GraphError) -> ComputationGraphFunction {
    var model = try Model(inputs: inputs, outcomes: 1)
    let ŷ = try model.affine("prediction", model.x, "w", "b", outputs: 1)
    return try model.function(ŷ, model.graph.squaredL2Distance("objective", ŷ, model.y))
  }

  /// The same with `J = (ŷ − y)² + λ‖w‖²`: w is used twice, and b is not penalised.
  public static func ridge(
    inputs: Int, penalty λ: Double
  ) throws(GraphError) -> ComputationGraphFunction {
    var model = try Model(inputs: inputs, outcomes: 1)
    let ŷ = try model.affine("prediction", model.x, "w", "b", outputs: 1)
    let loss = try model.graph.squaredL2Distance("squareLoss", ŷ, model.y)
    let penalty = try model.graph.l2NormPenalty("penalty", λ, model.parameters[0])
    return try model.function(ŷ, model.graph.sum("objective", loss, penalty))
  }

  /// `ŷ = w₂·tanh(W₁ x + b₁) + b₂`, `J = (ŷ − y)²`; parameters W1: H×D, b1: 1×H, w2: 1×H, b2: 1×1.
  public static func mlp(
    inputs: Int, hidden: Int
  ) throws(GraphError) -> ComputationGraphFunction {
    var model = try Model(inputs: inputs, outcomes: 1)
    let a = try model.affine("affine", model.x, "W1", "b1", outputs: hidden)
    let ŷ = try model.affine(
      "prediction", model.graph.tanh("hidden", a), "w2", "b2", outputs: 1)
    return try model.function(ŷ, model.graph.squaredL2Distance("objective", ŷ, model.y))
  }

  /// `ŷ = softmax(W₂ tanh(W₁ x + b₁) + b₂)`, `J = −log ŷ_y`, y one-hot; parameters W1: H×D, b1: 1×H,
  /// W2: K×H, b2: 1×K.
  public static func multiclass(
    inputs: Int, hidden: Int, classes: Int
  ) throws(GraphError) -> ComputationGraphFunction {
    var model = try Model(inputs: inputs, outcomes: classes)
    let a = try model.affine("affine", model.x, "W1", "b1", outputs: hidden)
    let scores = try model.affine(
      "scores", model.graph.tanh("hidden", a), "W2", "b2", outputs: classes)
    let ŷ = try model.graph.softmax("prediction", scores)
    return try model.function(
      ŷ, model.graph.negativeLogLikelihood("objective", model.y, ŷ))
  }
}

/// A graph of one input and one outcome while its layers are added.
private struct Model {
  let graph = ComputationGraph()
  let x, y: Node
  private(set) var parameters: [Node] = []

  init(inputs: Int, outcomes: Int) throws(GraphError) {
    x = try graph.value("x", Shape(1, inputs))
    y = try graph.value("y", Shape(1, outcomes))
  }

  /// An affine map of `a` with parameters of its own.
  mutating func affine(
    _ name: String, _ a: Node, _ weights: String, _ biases: String, outputs: Int
  ) throws(GraphError) -> Node {
    let w = try graph.parameter(weights, Shape(outputs, a.shape.columns))
    let b = try graph.parameter(biases, Shape(1, outputs))
    parameters += [w, b]
    return try graph.affine(name, a, w, b)
  }

  func function(
    _ prediction: Node, _ objective: Node
  ) throws(GraphError) -> ComputationGraphFunction {
    try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: parameters, prediction: prediction,
      objective: objective)
  }
}
