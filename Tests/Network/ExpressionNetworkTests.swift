import Autodiff
import Graph
import Layers
import Network
import TestSupport
import Testing

/// The 128-20-10 network as an expression: the same loss and gradients as the network's own.
struct ExpressionNetworkTests {
  static let tolerance = 1e-12

  private let network: Network
  private let x = Matrix(row: (0..<128).map { $0 * 7919 % 10 < 3 ? 1 : 0 })
  private let y = Matrix(row: (0..<10).map { $0 == 4 ? 1 : 0 })

  init() throws {
    network = try Network(inputs: 128, hidden: 20, classes: 10)
    try network.initialize(.random(seed: 3))
    var beta = network.beta
    for k in 0..<10 { beta[k, 0] = Double(k) / 10 }  // biases that are not zero
    try network.setParameters(alpha: network.alpha, beta: beta)
  }

  private func expect(
    _ loss: Term, _ values: [String: Matrix], _ gradients: [String: Matrix]
  ) throws {
    let (found, foundGradients) = try loss.namespace.backpropagate(loss, ["x": x, "y": y])
    for (name, expected) in values {
      #expect(try #require(found[name]).distance(to: expected) <= Self.tolerance)
    }
    for (name, expected) in gradients {
      #expect(
        try #require(foundGradients[name]).distance(to: expected) <= Self.tolerance, "\(name)")
      #expect(expected.values.contains { abs($0) > 1e-3 }, "\(name)")
    }
  }

  @Test func withLinearLayers() throws {
    let expressions = Expressions()
    let α = try expressions.parameter("α", network.alpha.transposed)
    let β = try expressions.parameter("β", network.beta.transposed)
    let a = try Linear()(expressions.input("x"), α).named("a")
    let z = try sigmoid(a).named("z")
    let b = try Linear()(z, β).named("b")
    let ŷ = try softmax(b).named("ŷ")
    let loss = try crossEntropy(expressions.input("y"), ŷ).named("J")

    let forward = try network.forward(x: x, y: y)
    let backward = try network.backward(x: x, y: y)
    try expect(
      loss,
      [
        "a": forward.a, "z": forward.z, "b": forward.b, "ŷ": forward.ŷ,
        "J": Matrix(row: [forward.loss]),
      ],
      [
        "α": backward.alpha.transposed, "β": backward.beta.transposed, "b": backward.b,
        "z": backward.z, "a": backward.a,
      ])
  }

  /// Weights and biases apart.
  @Test func withProductsAndRows() throws {
    let expressions = Expressions()
    let (alpha, beta) = (network.alpha.transposed, network.beta.transposed)
    let w1 = try expressions.parameter("W1", Matrix(rows: 1..<129, of: alpha))
    let b1 = try expressions.parameter("b1", Matrix(rows: 0..<1, of: alpha))
    let w2 = try expressions.parameter("W2", Matrix(rows: 1..<21, of: beta))
    let b2 = try expressions.parameter("b2", Matrix(rows: 0..<1, of: beta))
    let z = try sigmoid(addRow(matmul(expressions.input("x"), w1), b1))
    let ŷ = try softmax(addRow(matmul(z, w2), b2))
    let loss = try crossEntropy(expressions.input("y"), ŷ).named("J")

    let gradients = try network.backward(x: x, y: y)
    let (gα, gβ) = (gradients.alpha.transposed, gradients.beta.transposed)
    try expect(
      loss, ["J": Matrix(row: [try network.forward(x: x, y: y).loss])],
      [
        "W1": Matrix(rows: 1..<129, of: gα), "b1": Matrix(rows: 0..<1, of: gα),
        "W2": Matrix(rows: 1..<21, of: gβ), "b2": Matrix(rows: 0..<1, of: gβ),
      ])
  }
}
