import Eager
import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct GradientDescentTests {
  /// J = 3 w, so the gradient is 3: with μ = ½ the velocities are 3, 4½, 5¼.
  @Test(arguments: [(0.0, [-0.3, -0.6, -0.9]), (0.5, [-0.3, -0.75, -1.275])])
  func steps(momentum: Double, expected: [Double]) throws {
    let graph = TensorGraph()
    let w = try graph.parameter(Matrix(row: [0]))
    var descent = GradientDescent(rate: 0.1, momentum: momentum)
    for value in expected {
      try graph.constant(Matrix(row: [3])).matmul(w).backward()
      descent.step(graph)
      #expect(try abs(w.value[0, 0] - value) < 1e-15)
      graph.zeroGrad()
      graph.clear()
    }
  }
}
