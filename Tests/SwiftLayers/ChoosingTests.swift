import Autodiff
import Eager
import Operations
import Regression
import SwiftLayers
import TestSupport
import Testing

/// docs/choosing.md says nothing that is not so. Its code, block by block, as it stands there.
struct ChoosingTests {
  private typealias Result = (loss: Double?, gradient: Matrix?)

  let x = Matrix(row: [1, -2])
  let y = Matrix(row: [1, 0])
  let v0 = Matrix(rows: 2, columns: 2, [0.5, -1, 0.25, 0.75])
  let a = Matrix(row: [0.1, -0.2])
  let w0 = Matrix(rows: 2, columns: 2, [1, -0.5, -0.75, 0.3])
  let b = Matrix(row: [0.05, 0])

  private func byList() throws -> Result {
    let list = WengertList()
    let (input, target) = (list.input("x", x), list.input("y", y))
    let (v, w) = (list.parameter("v", Shape(3, 2)), list.parameter("w", Shape(3, 2)))
    try list.setValue(Matrix(rows: 3, columns: 2, a.values + v0.values), of: v)
    try list.setValue(Matrix(rows: 3, columns: 2, b.values + w0.values), of: w)
    let z = try list.record("z", Tanh(), list.record("s", Linear(), input, v))
    let ŷ = try list.record("ŷ", Softmax(), list.record("t", Linear(), z, w))
    let loss = try list.record("J", CrossEntropy(), target, ŷ)
    try list.forward(to: loss)
    try list.backward(from: loss)
    let value = list.value(of: loss)
    let gradient = Matrix(rows: 1..<3, of: list.gradient(of: v))
    return (value[0, 0], gradient)
  }

  private func byExpressions() throws -> Result {
    let expressions = Expressions()
    let input = try expressions.input("x")
    let target = try expressions.input("y")
    let (v, c) = (try expressions.parameter("V", v0), try expressions.parameter("a", a))
    let (w, d) = (try expressions.parameter("W", w0), try expressions.parameter("b", b))
    let z = try tanh(addRow(matmul(input, v), c))
    let ŷ = try softmax(addRow(matmul(z, w), d))
    let loss = try crossEntropy(target, ŷ).named("J")
    let (values, gradients) = try expressions.backpropagate(loss, ["x": x, "y": y])
    let (value, gradient) = (values["J"], gradients["V"])
    return (value?[0, 0], gradient)
  }

  private func byGraph() throws -> Result {
    let graph = ComputationGraph()
    let input = try graph.value("x", Shape(1, 2))
    let target = try graph.value("y", Shape(1, 2))
    let (v, c) = (try graph.parameter("V", Shape(2, 2)), try graph.parameter("a", Shape(1, 2)))
    let (w, d) = (try graph.parameter("W", Shape(2, 2)), try graph.parameter("b", Shape(1, 2)))
    let z = try graph.tanh("z", graph.affine("s", input, v, c))
    let ŷ = try graph.softmax("ŷ", graph.affine("t", z, w, d))
    let loss = try graph.negativeLogLikelihood("J", target, ŷ)
    let net = try ComputationGraphFunction(
      graph, inputs: [input], outcomes: [target], parameters: [v, c, w, d], prediction: ŷ,
      objective: loss)
    try net.setParameters(["V": v0.transposed, "a": a, "W": w0.transposed, "b": b])
    let (value, gradients) = try net.gradients(inputs: ["x": x], outcomes: ["y": y])
    let gradient = gradients["V"]?.transposed
    return (value, gradient)
  }

  private func byEager() throws -> Result {
    let graph = TensorGraph()
    let (v, c) = (try graph.parameter(v0), try graph.parameter(a))
    let (w, d) = (try graph.parameter(w0), try graph.parameter(b))
    let z = try graph.constant(x).matmul(v).addRow(c).applying(Tanh())
    let loss = try logceloss(logsoftmax(z.matmul(w).addRow(d)), [0])
    try loss.backward()
    let (value, gradient) = (try loss.value, try v.gradient)
    return (value[0, 0], gradient)
  }

  /// What the page says of all four, and by the equations in Python's floats.
  @Test func allFourAreOneNet() throws {
    let results = [try byList(), try byExpressions(), try byGraph(), try byEager()]
    let gradient = Matrix(
      rows: 2, columns: 2,
      [-0.3332942929298621, 0.004219074678345357, 0.6665885858597242, -0.008438149356690714])
    for (way, result) in zip(["list", "expressions", "graph", "eager"], results) {
      #expect(abs(try #require(result.loss) - 0.25415132890316194) < 1e-15, "\(way): \(result)")
      #expect(try #require(result.gradient).isClose(to: gradient, 1e-15), "\(way)")
    }
    let text = try Page("docs/choosing.md").text
    #expect(text.contains("the loss J = 0.2542 and the gradient"))
    #expect(text.contains("((−0.3333, 0.0042), (0.6666, −0.0084))"))
  }

  @Test func itsCodeIsCompiledAndRun() throws {
    let page = try Page("docs/choosing.md")
    #expect(page.blocks("swift").count == 5)
    #expect(try page.blocksMissing(in: "ChoosingTests.swift") == [])
  }
}
