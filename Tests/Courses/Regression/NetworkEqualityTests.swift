import Layers
import Network
import Random
import Regression
import TestSupport
import Testing

/// The 128-20-10 network of the OCR system, built from this course's nodes.
@Suite(.firstIssues) struct NetworkEqualityTests {
  @Test(arguments: [0, 1, 2])
  func givesTheSameLossAndGradients(label: Int) throws {
    let network = try Network(inputs: 128, hidden: 20, classes: 10)
    try network.initialize(.random(seed: 7))
    var random = RandomState(seed: UInt32(label))
    let x = Matrix(row: (0..<128).map { _ in random.randomSample() < 0.8 ? 0 : 1 })
    let y = Matrix(row: (0..<10).map { $0 == label ? 1 : 0 })

    let function = try sameNetwork()
    let (b1, w1) = network.alpha.biasesAndWeights
    let (b2, w2) = network.beta.biasesAndWeights
    try function.setParameters(["W1": w1, "b1": b1, "W2": w2, "b2": b2])
    let (objective, gradients) = try function.gradients(inputs: ["x": x], outcomes: ["y": y])

    let loss = try network.forward(x: x, y: y).loss
    #expect(abs(objective - loss) <= 1e-12 * loss)
    let expected = try network.backward(x: x, y: y)
    for (layer, gradient) in [("1", expected.alpha), ("2", expected.beta)] {
      let (b, w) = gradient.biasesAndWeights
      #expect(try #require(gradients["W\(layer)"]).relativeDistance(to: w) <= 1e-12)
      #expect(try #require(gradients["b\(layer)"]).relativeDistance(to: b) <= 1e-12)
    }
  }

  private func sameNetwork() throws -> ComputationGraphFunction {
    let graph = ComputationGraph()
    let x = try graph.value("x", Shape(1, 128))
    let y = try graph.value("y", Shape(1, 10))
    let w1 = try graph.parameter("W1", Shape(20, 128))
    let b1 = try graph.parameter("b1", Shape(1, 20))
    let w2 = try graph.parameter("W2", Shape(10, 20))
    let b2 = try graph.parameter("b2", Shape(1, 10))
    let z = try graph.node("z", Sigmoid(), graph.affine("a", x, w1, b1))
    let prediction = try graph.softmax("prediction", graph.affine("b", z, w2, b2))
    let objective = try graph.negativeLogLikelihood("objective", y, prediction)
    return try ComputationGraphFunction(
      graph, inputs: [x], outcomes: [y], parameters: [w1, b1, w2, b2], prediction: prediction,
      objective: objective)
  }
}

extension Matrix {
  /// The hand-out's parameters, whose column 0 holds the biases: 1×H and H×D.
  fileprivate var biasesAndWeights: (biases: Matrix, weights: Matrix) {
    var biases = Matrix(rows: 1, columns: rows)
    var weights = Matrix(rows: rows, columns: columns - 1)
    for i in 0..<rows {
      biases[0, i] = self[i, 0]
      for j in 1..<columns { weights[i, j - 1] = self[i, j] }
    }
    return (biases, weights)
  }
}
