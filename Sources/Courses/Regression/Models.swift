import Layers

/// The four systems of the homework. The input is called x, the outcome y.
extension ComputationGraphFunction {
  /// `ŷ = w·x + b`, `J = (ŷ − y)²`; parameters w: 1×D, b: 1×1.
  /// - Throws: `GraphError` when there are no inputs.
  public static func linear(inputs: Int) throws(GraphError) -> ComputationGraphFunction {
    let graph = ComputationGraph()
    let (x, y, w, b) = try linearNodes(graph, inputs)
    let prediction = try graph.vectorScalarAffine("prediction", x, w, b)
    let objective = try graph.squaredL2Distance("objective", prediction, y)
    return try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: [w, b], prediction: prediction,
      objective: objective)
  }

  /// The same with `J = (ŷ − y)² + λ‖w‖²`: w is used twice, and b is not penalised.
  /// - Throws: `GraphError` when there are no inputs.
  public static func ridge(
    inputs: Int, penalty λ: Double
  ) throws(GraphError) -> ComputationGraphFunction {
    let graph = ComputationGraph()
    let (x, y, w, b) = try linearNodes(graph, inputs)
    let prediction = try graph.vectorScalarAffine("prediction", x, w, b)
    let loss = try graph.squaredL2Distance("squareLoss", prediction, y)
    let penalty = try graph.l2NormPenalty("penalty", λ, w)
    let objective = try graph.sum("objective", loss, penalty)
    return try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: [w, b], prediction: prediction,
      objective: objective)
  }

  /// `ŷ = w₂·tanh(W₁ x + b₁) + b₂`, `J = (ŷ − y)²`; parameters W1: H×D, b1: 1×H, w2: 1×H, b2: 1×1.
  /// - Throws: `GraphError` when there are no inputs or hidden units.
  public static func mlp(
    inputs: Int, hidden: Int
  ) throws(GraphError) -> ComputationGraphFunction {
    let graph = ComputationGraph()
    let y = try graph.value("y", Shape(1, 1))
    let (x, h, hiddenParameters) = try hiddenNodes(graph, inputs, hidden)
    let w2 = try graph.parameter("w2", Shape(1, hidden))
    let b2 = try graph.parameter("b2", Shape(1, 1))
    let prediction = try graph.vectorScalarAffine("prediction", h, w2, b2)
    let objective = try graph.squaredL2Distance("objective", prediction, y)
    return try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: hiddenParameters + [w2, b2],
      prediction: prediction, objective: objective)
  }

  /// `ŷ = softmax(W₂ tanh(W₁ x + b₁) + b₂)`, `J = −log ŷ_y`, y one-hot; parameters W1: H×D, b1: 1×H,
  /// W2: K×H, b2: 1×K.
  /// - Throws: `GraphError` when there are no inputs, hidden units or classes.
  public static func multiclass(
    inputs: Int, hidden: Int, classes: Int
  ) throws(GraphError) -> ComputationGraphFunction {
    let graph = ComputationGraph()
    let y = try graph.value("y", Shape(1, classes))
    let (x, h, hiddenParameters) = try hiddenNodes(graph, inputs, hidden)
    let w2 = try graph.parameter("W2", Shape(classes, hidden))
    let b2 = try graph.parameter("b2", Shape(1, classes))
    let prediction = try graph.softmax("prediction", graph.affine("scores", h, w2, b2))
    let objective = try graph.negativeLogLikelihood("objective", y, prediction)
    return try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: hiddenParameters + [w2, b2],
      prediction: prediction, objective: objective)
  }

  private static func linearNodes(
    _ graph: ComputationGraph, _ inputs: Int
  ) throws(GraphError) -> (x: Node, y: Node, w: Node, b: Node) {
    (
      try graph.value("x", Shape(1, inputs)), try graph.value("y", Shape(1, 1)),
      try graph.parameter("w", Shape(1, inputs)), try graph.parameter("b", Shape(1, 1))
    )
  }

  private static func hiddenNodes(
    _ graph: ComputationGraph, _ inputs: Int, _ hidden: Int
  ) throws(GraphError) -> (x: Node, h: Node, parameters: [Node]) {
    let x = try graph.value("x", Shape(1, inputs))
    let w1 = try graph.parameter("W1", Shape(hidden, inputs))
    let b1 = try graph.parameter("b1", Shape(1, hidden))
    let h = try graph.tanh("hidden", graph.affine("affine", x, w1, b1))
    return (x, h, [w1, b1])
  }
}
