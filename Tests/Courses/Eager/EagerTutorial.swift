import Eager
import Layers
import Random

/// The code of docs/eager.md, block by block, so that it is compiled and run as it stands there.
struct EagerTutorial {
  /// What the page's code prints.
  private(set) var lines: [String] = []

  private mutating func print(_ item: Any) {
    lines += "\(item)".split(separator: "\n").map(String.init)
  }

  mutating func run() throws {
    try linearModel()
    try network()
    mistakes()
  }

  private mutating func linearModel() throws {
    let graph = TensorGraph()
    let w = try graph.parameter(Matrix(rows: 2, columns: 1, [1, -1]), name: "w")
    let x = graph.constant(Matrix(rows: 2, columns: 2, [1, 2, 3, 4]), name: "x")
    let y = graph.constant(Matrix(rows: 2, columns: 1, [1, 0]), name: "y")

    let r = try x.matmul(w) - y
    print(try r.value.values)
    let loss = try (r * r).sum()
    print(try loss.value.values)

    try loss.backward()
    print(try r.gradient.values)
    print(try w.gradient.values)

    print(try r.source?.op ?? "given")
    print(graph.dot)

    graph.descend(rate: 0.125)
    graph.zeroGrad()
    graph.clear()
    print(try w.value.values)
    do { _ = try loss.value } catch { print(error) }
  }

  private mutating func network() throws {
    let graph = TensorGraph()
    var random = RandomState(seed: 1)
    let mlp = try MLP(inputs: 2, hidden: [8], classes: 2, in: graph, random: &random)
    let points = Matrix(rows: 4, columns: 2, [0, 0, 0, 1, 1, 0, 1, 1])
    let labels = [0, 1, 1, 0]

    for _ in 0..<1000 {
      let loss = try logceloss(mlp(graph.constant(points)), labels)
      try loss.backward()
      graph.descend(rate: 0.5)
      graph.zeroGrad()
      graph.clear()
    }
    let outputs = try graph.scope { try mlp(graph.constant(points)).value }
    print((0..<4).map { outputs.argmax(ofRow: $0) })
  }

  private mutating func mistakes() {
    let graph = TensorGraph()
    let a = graph.tensor(Matrix(rows: 2, columns: 3))
    let b = graph.tensor(Matrix(rows: 2, columns: 2))
    do { _ = try a + b } catch { print(error) }
    do { try a.backward() } catch { print(error) }
    do { _ = try a + TensorGraph().tensor(Matrix(rows: 2, columns: 3)) } catch { print(error) }
    do { _ = try graph.parameter(Matrix(row: [1]), name: "w") } catch { print(error) }
  }
}
