import Layers
import Learning
import Network
import TestSupport
import Testing

@Suite(.firstIssues) struct NetworkTrainingTests {
  static let rate = 0.3

  /// 12 images of 4 pixels in 3 classes, whose label is not what the pixels say at once.
  static func examples() throws -> DataSet {
    let pixels = (0..<48).map { ($0 * 37 + $0 * $0 * 11) % 16 }
    let labels = (0..<12).map { ($0 * 5 + $0 / 4) % 3 }
    let x = Matrix(rows: 12, columns: 4, pixels.map { Double($0) / 15 })
    return try DataSet(x: x, labels: labels, classes: 3)
  }

  static func network(seed: UInt32 = 3) throws -> Network {
    let network = try Network(inputs: 4, hidden: 5, classes: 3)
    try network.initialize(.random(seed: seed))
    return network
  }

  /// Plain SGD, written out with the textbook forms: one step per example, in file order.
  static func descend(_ network: Network, _ examples: DataSet, steps: Range<Int>) throws {
    for i in steps {
      let g = try network.backward(x: examples.image(i), y: examples.target(i))
      var (alpha, beta) = (network.alpha, network.beta)
      alpha.add(g.alpha, times: -rate)
      beta.add(g.beta, times: -rate)
      try network.setParameters(alpha: alpha, beta: beta)
    }
  }

  static func meanLoss(_ network: Network, _ examples: DataSet) throws -> Double {
    let losses = try (0..<examples.count).map {
      try network.forward(x: examples.image($0), y: examples.target($0)).loss
    }
    return losses.reduce(0, +) / Double(losses.count)
  }

  /// The trajectory of plain SGD, and after each epoch the losses with the parameters at its end.
  @Test func isPlainDescentInFileOrder() throws {
    let examples = try Self.examples()
    let validation = try DataSet(
      x: Matrix(rows: 2, columns: 4, [0, 1, 0, 1, 1, 1, 0, 0]), labels: [2, 1], classes: 3)
    let trained = try Self.network()
    var reported: [EpochLosses] = []
    let history = try trained.train(
      examples, validation: validation, epochs: 3, rate: Self.rate, report: { reported.append($0) })
    #expect(history == reported)
    #expect(history.map(\.epoch) == [1, 2, 3])

    let plain = try Self.network()
    for losses in history {
      try Self.descend(plain, examples, steps: 0..<12)
      #expect(abs(losses.training - (try Self.meanLoss(plain, examples))) < 1e-13)
      #expect(abs(losses.validation - (try Self.meanLoss(plain, validation))) < 1e-13)
    }
    #expect(trained.alpha.isClose(to: plain.alpha.values, 1e-13))
    #expect(trained.beta.isClose(to: plain.beta.values, 1e-13))
  }

  /// Losses and error rates are computed on another thread, from a copy, to the bits of a plain
  /// evaluation.
  @Test func anEpochsMeasuresAreThoseOfAnEvaluationAtItsEnd() throws {
    let examples = try Self.examples()
    let some = examples[2..<7]
    let history = try Self.network().train(
      examples, validation: some, epochs: 40, rate: Self.rate)
    for losses in history {
      let network = try Self.network()
      try network.train(examples, validation: some, epochs: losses.epoch, rate: Self.rate)
      let (all, part) = (try network.evaluate(examples), try network.evaluate(some))
      #expect(losses.training == all.loss && losses.trainingError == all.errorRate)
      #expect(losses.validation == part.loss && losses.validationError == part.errorRate)
    }
    #expect(Set(history.map(\.trainingError)).count > 1)
    #expect(history.contains { $0.trainingError != $0.validationError })
  }

  /// With zeros for parameters, and steps too small to change ŷ, every class is as likely: the first
  /// is taken.
  @Test func errorRatesCountWrongLabels() throws {
    func blank(labels: [Int]) throws -> DataSet {
      try DataSet(x: Matrix(rows: labels.count, columns: 2), labels: labels, classes: 3)
    }
    let network = try Network(inputs: 2, hidden: 2, classes: 3)
    let history = try network.train(
      blank(labels: [0, 1, 2, 0, 1]), validation: blank(labels: [2, 0, 0, 0]), epochs: 2,
      rate: 1e-300)
    #expect(history.map(\.trainingError) == [3.0 / 5, 3.0 / 5])
    #expect(history.map(\.validationError) == [1.0 / 4, 1.0 / 4])
  }

  @Test func noEpochsChangeNothing() throws {
    for epochs in [0, -1] {
      let network = try Self.network()
      let examples = try Self.examples()
      let history = try network.train(
        examples, validation: examples, epochs: epochs, rate: Self.rate,
        shouldStop: {
          Issue.record("asked without a step")
          return true
        })
      #expect(history.isEmpty)
      #expect(try network.alpha == Self.network().alpha)
    }
  }

  /// Stopped after n examples, exactly n steps were taken, and only whole epochs are reported.
  @Test(arguments: [1, 5, 12, 13, 24, 30]) func stopsAfterTheExample(n: Int) throws {
    let examples = try Self.examples()
    let stopped = try Self.network()
    var asked = 0
    let history = try stopped.train(
      examples, validation: examples, epochs: 5, rate: Self.rate,
      shouldStop: {
        asked += 1
        return asked == n
      })
    #expect(asked == n)
    #expect(history.count == (n - 1) / 12)
    let plain = try Self.network()
    for step in 0..<n { try Self.descend(plain, examples, steps: step % 12..<step % 12 + 1) }
    #expect(stopped.alpha.isClose(to: plain.alpha.values, 1e-13))
    #expect(stopped.beta.isClose(to: plain.beta.values, 1e-13))
  }

  @Test func learns() throws {
    let examples = try DataSet(
      x: Matrix(rows: 3, columns: 3, [1, 0, 0, 0, 1, 0, 0, 0, 1]), labels: [2, 0, 1], classes: 3)
    let network = try Network(inputs: 3, hidden: 4, classes: 3)
    try network.initialize(.random(seed: 1))
    let history = try network.train(examples, validation: examples, epochs: 500, rate: 0.5)
    #expect(history[0].training > 1)
    #expect(history[499].training < 0.05)
    #expect(try network.predict(examples.x) == [2, 0, 1])
  }

  @Test func examplesMustFit() throws {
    let examples = try Self.examples()
    let narrow = try DataSet(x: Matrix(rows: 1, columns: 3), labels: [0], classes: 3)
    let tenClasses = try DataSet(x: Matrix(rows: 1, columns: 4), labels: [0], classes: 10)
    let network = try Self.network()
    for (training, validation) in [(narrow, examples), (examples, tenClasses)] {
      let error = #expect(throws: ShapeError.self) {
        try network.train(training, validation: validation, epochs: 1, rate: 1)
      }
      #expect(error?.description.hasSuffix("expected 4 pixels in 3 classes") == true)
    }
    #expect(try network.alpha == Self.network().alpha)
  }
}

extension DataSet {
  func image(_ i: Int) -> Matrix { Matrix(row: (0..<x.columns).map { x[i, $0] }) }
  func target(_ i: Int) -> Matrix { Matrix(row: (0..<y.columns).map { y[i, $0] }) }
}
