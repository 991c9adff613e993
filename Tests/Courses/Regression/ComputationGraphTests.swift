import Layers
import Regression
import TestSupport
import Testing

@Suite(.firstIssues) struct ComputationGraphTests {
  @Test func printsAsItIsEvaluated() throws {
    let graph = ComputationGraph()
    let x = try graph.value("x", Shape(1, 3))
    let w = try graph.parameter("w", Shape(1, 3))
    let b = try graph.parameter("b", Shape(1, 1))
    let ŷ = try graph.vectorScalarAffine("ŷ", x, w, b)
    _ = try graph.l2NormPenalty("penalty", 2, w)
    #expect(ŷ.shape == Shape(1, 1))
    #expect(
      graph.description == """
        ŷ.product = matvec(x, w)
        ŷ = addRow(ŷ.product, b)
        penalty.squaredNorm = squaredNorm(w)
        penalty = scale(penalty.squaredNorm)
        """)
    #expect(graph.nodes.map(\.name).prefix(4) == ["x", "w", "b", "ŷ.product"])
  }

  typealias Mistake = @Sendable (ComputationGraph, Node, Node, Node) throws -> Void

  static let mistakes: [(message: String, make: Mistake)] = [
    (
      "node \"x\": there is a node of that name already",
      { g, _, _, _ in
        _ = try g.value("x", Shape(1, 1))
      }
    ),
    (
      "node \"x\": there is a node of that name already",
      { g, x, _, _ in
        _ = try g.tanh("x", x)
      }
    ),
    (
      "node \"e\": a shape of 0×3 holds nothing",
      { g, _, _, _ in
        _ = try g.parameter("e", Shape(0, 3))
      }
    ),
    (
      "node \"p.product\": cannot be made of \"x\" (1×3) and \"b\" (1×1): "
        + "matvec: a is 1×3, so W needs 3 columns, but it is 1×1",
      { g, x, _, b in _ = try g.affine("p", x, b, b) }
    ),
    (
      "node \"s\": cannot be made of \"x\" (1×3) and \"b\" (1×1): add: a is 1×3, but w is 1×1",
      { g, x, _, b in _ = try g.sum("s", x, b) }
    ),
    (
      "node \"W\": is 2×3, where a vector is expected",
      { g, x, _, b in
        _ = try g.vectorScalarAffine("p", x, g.parameter("W", Shape(2, 3)), b)
      }
    ),
    (
      "node \"z\": belongs to another graph than \"t\"",
      { g, _, _, _ in _ = try g.tanh("t", ComputationGraph().value("z", Shape(1, 1))) }
    ),
  ]

  @Test(arguments: mistakes.indices)
  func errorsNameNodesAndShapes(index: Int) throws {
    let graph = ComputationGraph()
    let x = try graph.value("x", Shape(1, 3))
    let w = try graph.parameter("w", Shape(1, 3))
    let b = try graph.parameter("b", Shape(1, 1))
    let (message, make) = Self.mistakes[index]
    let error = #expect(throws: GraphError.self) { try make(graph, x, w, b) }
    #expect(error?.description == message)
  }
}
