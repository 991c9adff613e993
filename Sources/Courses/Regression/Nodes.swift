import Layers
import Operations

/// The nodes of the course, under its names. Each is a module, or two or three on the list. All throw
/// `GraphError` when the shapes do not fit, or there is a node of that name.
extension ComputationGraph {
  /// `w·x + b`. `x`, `w`: 1×D; `b`: 1×1.
  public func vectorScalarAffine(
    _ name: String, _ x: Node, _ w: Node, _ b: Node
  ) throws(GraphError) -> Node {
    if w.shape.rows != 1 { throw GraphError(w.name, "is \(w.shape), where a vector is expected") }
    return try affine(name, x, w, b)
  }

  /// `W x + b`. `x`: 1×D, `W`: H×D, `b`: 1×H.
  public func affine(
    _ name: String, _ x: Node, _ w: Node, _ b: Node
  ) throws(GraphError) -> Node {
    let product = try node("\(name).product", MatrixVectorProduct(), x, w)
    return try node(name, AddRow(), product, b)
  }

  /// `‖a − b‖²`, for two nodes of one shape.
  public func squaredL2Distance(_ name: String, _ a: Node, _ b: Node) throws(GraphError) -> Node {
    try node(name, SquaredNorm(), node("\(name).difference", Subtract(), a, b))
  }

  /// `λ ‖w‖²`: the norm is squared.
  public func l2NormPenalty(_ name: String, _ λ: Double, _ w: Node) throws(GraphError) -> Node {
    try node(name, Scale(by: λ), node("\(name).squaredNorm", SquaredNorm(), w))
  }

  /// `a + b`, for two nodes of one shape.
  public func sum(_ name: String, _ a: Node, _ b: Node) throws(GraphError) -> Node {
    try node(name, Add(), a, b)
  }

  /// `tanh a`, element by element. Its gradient comes from its output.
  public func tanh(_ name: String, _ a: Node) throws(GraphError) -> Node {
    try node(name, Tanh(), a)
  }

  /// Probabilities of K classes from K scores.
  public func softmax(_ name: String, _ a: Node) throws(GraphError) -> Node {
    try node(name, Softmax(), a)
  }

  /// `−log ŷ[k]` for the class k, which comes one-hot. `y`, `ŷ`: 1×K.
  ///
  /// The list takes it together with the softmax under it, so that nothing underflows.
  public func negativeLogLikelihood(
    _ name: String, _ y: Node, _ ŷ: Node
  ) throws(GraphError) -> Node {
    try node(name, CrossEntropy(), y, ŷ)
  }
}
