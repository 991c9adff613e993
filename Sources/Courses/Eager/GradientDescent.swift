import Graph

extension GradientDescent {
  /// A step of all parameters of a graph, with the gradients that they have.
  public mutating func step(_ graph: TensorGraph) { step(graph.list) }
}
