import Eager
import Graph
import Layers
import Testing

struct GraphvizTests {
  @Test func registersAndModules() throws {
    let graph = TensorGraph()
    let w = try graph.parameter(Matrix(row: [1, 2]), name: "w")
    let x = graph.constant(Matrix(row: [3, 4]), name: "x")
    _ = try (w * x).sum()
    #expect(
      graph.dot == #"""
        digraph {
          r0 [shape=box, label="w\n1×2", style=bold]
          r1 [shape=box, label="x\n1×2"]
          r2 [shape=box, label="1×2"]
          r3 [shape=box, label="1×1"]
          m0 [label="mul"]
          r0 -> m0
          r1 -> m0
          m0 -> r2
          m1 [label="sum"]
          r2 -> m1
          m1 -> r3
        }

        """#)
  }

  @Test func labelsAreEscaped() {
    let list = WengertList()
    _ = list.input("a\"b", Shape(1, 1))
    #expect(list.dot.contains(#"label="a\"b\n1×1"]"#))
  }
}
