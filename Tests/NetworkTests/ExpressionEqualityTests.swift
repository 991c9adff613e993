import Graph
import Layers
import Network
import Random
import Testing

/// The 128-20-10 network of the OCR system, written as an expression.
struct ExpressionEqualityTests {
  @Test(arguments: [0, 4, 9])
  func givesTheSameLossAndGradients(label: Int) throws {
    let network = try Network(inputs: 128, hidden: 20, classes: 10)
    try network.initialize(.random(seed: 7))
    var random = RandomState(seed: UInt32(label))
    let x = Matrix(row: (0..<128).map { _ in random.randomSample() < 0.8 ? 0 : 1 })
    let y = Matrix(row: (0..<10).map { $0 == label ? 1 : 0 })
    let expected = try network.backward(x: x, y: y)
    let loss = try network.forward(x: x, y: y).loss

    let (found, gradients) = try backpropagate(x, y, α: network.alpha, β: network.beta)
    #expect(abs(found - loss) <= 1e-12)
    for (name, gradient) in [("α", expected.alpha), ("β", expected.beta)] {
      let found = try #require(gradients[name])
      try #require(found.shape == gradient.shape)
      let error = zip(found.values, gradient.values).map { abs($0 - $1) }.max()
      #expect(try #require(error) <= 1e-12 && gradient.values.contains { abs($0) > 0.01 })
    }
  }

  /// The hand-out's notation, with a 1 before x and z: `[1 z] βᵀ` with `z = σ([1 x] αᵀ)`.
  private func backpropagate(
    _ x: Matrix, _ y: Matrix, α: Matrix, β: Matrix
  ) throws -> (loss: Double, gradients: [String: Matrix]) {
    let expressions = Expressions()
    let one = try expressions.input("1", default: Matrix(row: [1]))
    let input = try expressions.input("x", default: x)
    let target = try expressions.input("y", default: y)
    let α = try expressions.parameter("α", α)
    let β = try expressions.parameter("β", β)
    let z = try sigmoid(matmul(concatenateColumns(one, input), transpose(α)))
    let ŷ = try softmax(matmul(concatenateColumns(one, z), transpose(β)))
    let loss = try crossEntropy(target, ŷ)
    let (values, gradients) = try expressions.backpropagate(loss)
    return (try #require(values[loss.name])[0, 0], gradients)
  }
}
