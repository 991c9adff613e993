import Layers
import Operations
import Regression

/// What may be put wrongly into a graph.
enum GraphMistake: CaseIterable {
  case penaltyOnBias, normNotSquared, overwritesInsteadOfAdding, biasGradientMissing
}

/// The systems built node by node, x as a parameter too, so that its gradient can be compared; and
/// with one mistake, if one is wanted.
struct SystemBuilder {
  let graph = ComputationGraph()
  let mistake: GraphMistake?

  init(_ mistake: GraphMistake? = nil) { self.mistake = mistake }

  func linear(inputs: Int, penalty λ: Double?) throws -> ComputationGraphFunction {
    let x = try graph.parameter("x", Shape(1, inputs))
    let y = try graph.value("y", Shape(1, 1))
    let w = try graph.parameter("w", Shape(1, inputs))
    let b = try graph.parameter("b", Shape(1, 1))
    let prediction = try affine("prediction", x, w, b)
    var objective = try graph.squaredL2Distance("distance", prediction, y)
    if let λ { objective = try graph.sum("objective", objective, penalty(λ, w, b)) }
    return try ComputationGraphFunction(
      graph, inputs: [], outcomes: [y], parameters: [x, w, b], prediction: prediction,
      objective: objective)
  }

  func mlp(inputs: Int, hidden: Int, classes: Int?) throws -> ComputationGraphFunction {
    let x = try graph.parameter("x", Shape(1, inputs))
    let y = try graph.value("y", Shape(1, classes ?? 1))
    let w1 = try graph.parameter("W1", Shape(hidden, inputs))
    let b1 = try graph.parameter("b1", Shape(1, hidden))
    let w2 = try graph.parameter(classes == nil ? "w2" : "W2", Shape(classes ?? 1, hidden))
    let b2 = try graph.parameter("b2", Shape(1, classes ?? 1))
    let h = try graph.tanh("hidden", affine("affine", x, w1, b1))
    let scores = try affine("scores", h, w2, b2)
    let prediction = classes == nil ? scores : try graph.softmax("prediction", scores)
    let objective =
      classes == nil
      ? try graph.squaredL2Distance("objective", prediction, y)
      : try graph.negativeLogLikelihood("objective", y, prediction)
    return try ComputationGraphFunction(
      graph, inputs: [], outcomes: [y], parameters: [x, w1, b1, w2, b2], prediction: prediction,
      objective: objective)
  }

  private func affine(_ name: String, _ x: Node, _ w: Node, _ b: Node) throws -> Node {
    switch mistake {
    case .overwritesInsteadOfAdding:
      let product = try graph.node("\(name).product", OverwritingProduct(), x, w)
      return try graph.node(name, AddRow(), product, b)
    case .biasGradientMissing:
      let product = try graph.node("\(name).product", MatrixVectorProduct(), x, w)
      return try graph.node(name, AddRowWithoutGradient(), product, b)
    default: return try graph.affine(name, x, w, b)
    }
  }

  private func penalty(_ λ: Double, _ w: Node, _ b: Node) throws -> Node {
    switch mistake {
    case .normNotSquared:
      return try graph.node("penalty", Scale(by: λ), graph.node("norm", FrobeniusNorm(), w))
    case .penaltyOnBias:
      return try graph.sum(
        "penalty", graph.l2NormPenalty("penalty.w", λ, w), graph.l2NormPenalty("penalty.b", λ, b))
    default: return try graph.l2NormPenalty("penalty", λ, w)
    }
  }
}

/// Sets gradients where it should add to them.
struct OverwritingProduct: BinaryModule {
  let right = MatrixVectorProduct()

  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try right.shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { right.forward(a, w, into: &b) }
  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.clear()
    right.backward(a, w, b, gB, addingA: &gA)
  }
  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    gW.clear()
    right.backward(a, w, b, gB, addingW: &gW)
  }
}

/// Gives the bias no gradient.
struct AddRowWithoutGradient: BinaryModule {
  let right = AddRow()

  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try right.shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { right.forward(a, w, into: &b) }
  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    right.backward(a, w, b, gB, addingA: &gA)
  }
  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {}
}
