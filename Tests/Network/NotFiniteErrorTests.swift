import Layers
import Learning
import Network
import TestSupport
import Testing

/// What is not a number must be an error before it reaches a parameter or becomes a label.
@Suite(.firstIssues) struct NotFiniteErrorTests {
  /// z = 1 where the pixel is 1 and 0 where it is 0; b = 3 · 10³⁰⁸ z overflows.
  private func explosive() throws -> Network {
    let network = try Network(inputs: 1, hidden: 2, classes: 2)
    try network.setParameters(
      alpha: Matrix(rows: 2, columns: 2, [-1000, 2000, -1000, 2000]),
      beta: Matrix(rows: 2, columns: 3, [0, 1.5e308, 1.5e308, 0, 0, 0]))
    return network
  }

  private func examples(_ pixels: [Double]) throws -> DataSet {
    try DataSet(
      x: Matrix(rows: pixels.count, columns: 1, pixels),
      labels: pixels.map { _ in 1 }, classes: 2)
  }

  @Test func trainingNamesEpochAndExample() throws {
    let network = try explosive()
    let before = (network.alpha, network.beta)
    let training = try examples([0, 0, 1, 0])
    let error = #expect(throws: NotFiniteError.self) {
      try network.train(training, validation: training, epochs: 2, rate: 0)
    }
    #expect(
      error?.description
        == "epoch 1, example 3: the gradient is not finite (is the learning rate too large?)")
    #expect((network.alpha, network.beta) == before)
  }

  @Test func lossesNameEpochAndExample() throws {
    let network = try explosive()
    let training = try examples([0, 0])
    let validation = try examples([0, 0, 0, 0, 1])
    let error = #expect(throws: NotFiniteError.self) {
      try network.train(training, validation: validation, epochs: 1, rate: 0)
    }
    #expect(error?.description.hasPrefix("epoch 1, example 5: ŷ is not finite") == true)
  }

  @Test func aNaNIsNoLabel() throws {
    let network = try explosive()
    let data = try examples([0, 1])
    let evaluations: [() throws -> Void] = [
      { _ = try network.predict(data.x) }, { _ = try network.evaluate(data) },
      { _ = try network.probabilities(data.x) },
    ]
    for evaluation in evaluations {
      let error = #expect(throws: NotFiniteError.self) { try evaluation() }
      #expect(error?.description.hasPrefix("example 2: ŷ is not finite") == true)
    }
  }

  /// Also among those that are evaluated together.
  @Test(arguments: [1, 64, 65, 130]) func theFirstOfManyIsNamed(number: Int) throws {
    let data = try examples((1...140).map { $0 < number ? 0 : 1 })
    let error = #expect(throws: NotFiniteError.self) { try explosive().predict(data.x) }
    #expect(error?.description.hasPrefix("example \(number): ŷ is not finite") == true)
  }

  /// With 50 hidden units the first step leads to a sum that overflows. Its gradient, NaN, must not
  /// reach the parameters.
  @Test(arguments: [1e308, .greatestFiniteMagnitude]) func hugeLearningRatesAreAnError(rate: Double)
    throws
  {
    let network = try Network(inputs: 4, hidden: 50, classes: 3)
    try network.initialize(.random(seed: 3))
    let examples = try NetworkTrainingTests.examples()
    let error = #expect(throws: NotFiniteError.self) {
      try network.train(examples, validation: examples, epochs: 10, rate: rate)
    }
    #expect(error?.epoch == 1)
    #expect(network.parametersAreNumbers)
  }

  /// Large, but nothing overflows: then the training runs to its end.
  @Test(arguments: [1e3, 1e100, 1e300]) func largeLearningRatesGiveNumbers(rate: Double) throws {
    let network = try NetworkTrainingTests.network()
    let examples = try NetworkTrainingTests.examples()
    let history = try network.train(examples, validation: examples, epochs: 10, rate: rate)
    #expect(history.allSatisfy { $0.training.isFinite && $0.validation.isFinite })
    #expect(network.parametersAreNumbers)
  }

  /// After an error the same network can be started anew, with no trace of the NaN, whether or not
  /// its softmax is fused with the loss.
  @Test(arguments: [Softmax(), OwnSoftmax()] as [any UnaryModule])
  func trainsAgainAfterAnError(softmax: any UnaryModule) throws {
    let examples = try NetworkTrainingTests.examples()
    func network() throws -> Network {
      try Network(inputs: 4, hidden: 5, classes: 3, NetworkModules(softmax: softmax))
    }
    func history(_ network: Network) throws -> [EpochLosses] {
      try network.initialize(.random(seed: 3))
      return try network.train(examples, validation: examples, epochs: 2, rate: 0.3)
    }
    let ruined = try network()
    var beta = ruined.beta
    beta.fill(1e308)
    try ruined.setParameters(alpha: ruined.alpha, beta: beta)
    #expect(throws: NotFiniteError.self) {
      try ruined.train(examples, validation: examples, epochs: 1, rate: 0.3)
    }
    #expect(try history(ruined) == history(try network()))
  }
}

private struct OwnSoftmax: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) { Softmax().forward(a, into: &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    Softmax().backward(a, b, gB, adding: &gA)
  }
}

extension Network {
  fileprivate var parametersAreNumbers: Bool {
    (alpha.values + beta.values).allSatisfy { !$0.isNaN }
  }
}
