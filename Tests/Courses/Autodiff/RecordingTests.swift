import Autodiff
import Graph
import Layers
import TestSupport
import Testing

/// The cross-entropy of a softmax is computed from the logits. Nothing but rounding may tell.
@Suite(.firstIssues) struct RecordingTests {
  private struct Model {
    let expressions = Expressions()
    let loss: Term

    /// `softmax` is the library's, or another module that computes the same.
    init(_ softmax: any UnaryModule, ŷIsUsedTwice: Bool = false) throws {
      let b = try expressions.input("b", default: .irregular(2, 3))
      let y = try expressions.input("y", default: Softmax().forward(.irregular(2, 3, 7)))
      let ŷ = try softmax(b).named("ŷ")
      let j = try sum(crossEntropy(y, ŷ))
      loss = try (ŷIsUsedTwice ? j + squaredNorm(ŷ) : half(j)).named("J")
    }
  }

  @Test(arguments: [false, true]) func allGradientsAreThoseOfThePair(twice: Bool) throws {
    let fused = try Model(Softmax(), ŷIsUsedTwice: twice)
    let pair = try Model(PlainSoftmax(), ŷIsUsedTwice: twice)
    let results = try [fused, pair].map { try $0.expressions.backpropagate($0.loss) }
    for name in ["b", "y", "ŷ", "J"] {
      let gradients = try results.map { try #require($0.gradients[name]) }
      let values = try results.map { try #require($0.values[name]) }
      #expect(gradients[0].distance(to: gradients[1]) < 1e-12, "\(name)")
      #expect(values[0].distance(to: values[1]) < 1e-12, "\(name)")
      #expect(gradients[0] != Matrix(gradients[0].shape), "\(name)")
    }
  }

  /// ŷ underflows; the loss and its gradients, of the target too, are exact.
  @Test func largeLogits() throws {
    let model = try Model(Softmax())
    let (values, gradients) = try model.expressions.backpropagate(
      model.loss, ["b": Matrix(row: [0, 1000, -1e300]), "y": Matrix(row: [1, 0, 0])])
    #expect(values["J"] == Matrix(row: [500]))
    #expect(gradients["b"] == Matrix(row: [-0.5, 0.5, 0]))
    #expect(gradients["y"] == Matrix(row: [500, 0, 5e299]))
    #expect(values["ŷ"] == Matrix(row: [0, 1, 0]))
  }

  /// The entropy of ŷ: the same register is target and prediction.
  @Test func entropy() throws {
    var results: [[String: Matrix]] = []
    for softmax in [Softmax(), PlainSoftmax()] as [any UnaryModule] {
      let expressions = Expressions()
      let p = try softmax(expressions.input("b", default: .irregular(2, 3))).named("p")
      let entropy = try sum(crossEntropy(p, p))
      results.append(try expressions.backpropagate(entropy).gradients)
    }
    for name in ["b", "p"] {
      let gradients = try results.map { try #require($0[name]) }
      #expect(gradients[0].distance(to: gradients[1]) < 1e-12)
      #expect(gradients[0] != Matrix(rows: 2, columns: 3))
    }
  }
}
