import Cases

/// The steps of a textbook, put together.
extension Textbook {
  func forward(_ x: Grid, _ y: Grid, _ p: Parameters) -> Pass {
    let a = linear(x, p.alpha)
    let z = sigmoid(a)
    let b = linear(z, p.beta)
    let ŷ = softmax(b)
    let loss = lossOfLogits.map { $0(y, b) } ?? crossEntropy(y, ŷ)
    return Pass(x: x, a: a, z: z, b: b, ŷ: ŷ, loss: loss)
  }

  func backward(_ y: Grid, _ o: Pass, _ p: Parameters) -> PassGradients {
    let gB = outputGradient(y, o.ŷ)
    let gZ = linearA(o.z, p.beta, gB)
    let gA = sigmoidA(o.a, o.z, gZ)
    return PassGradients(
      b: gB, beta: linearW(o.z, gB), z: gZ, a: gA, alpha: linearW(o.x, gA))
  }

  /// One step per example.
  func takeSteps(_ p: inout Parameters, _ examples: Examples, _ rate: Double) -> [Double] {
    order(examples.labels.count).map { i in
      let y = examples.target(i)
      let o = forward(examples.x.row(i), y, p)
      update(self, &p, o, backward(y, o, p), rate)
      return o.loss[0, 0]
    }
  }

  func meanLoss(_ examples: Examples, _ p: Parameters) -> Double {
    let losses = (0..<examples.labels.count).map {
      forward(examples.x.row($0), examples.target($0), p).loss[0, 0]
    }
    return losses.reduce(0, +) / Double(losses.count)
  }

  func train(
    _ training: Examples, _ validation: Examples, _ sizes: Sizes, _ initialization: Initialization,
    epochs: Int, rate: Double
  ) -> TrainedResults {
    var result = TrainedResults(
      parameters: initialize(sizes, initialization), trainLosses: [], validationLosses: [])
    for _ in 0..<max(0, self.epochs(epochs)) {
      let before = result.parameters
      let seen = learn(self, &result.parameters, training, self.rate(rate))
      let record = EpochRecord(
        training: training, validation: validation, before: before, after: result.parameters,
        seen: seen)
      let losses = losses(self, record)
      result.trainLosses.append(losses.training)
      result.validationLosses.append(losses.validation)
    }
    result.trainLosses = lossLists(result.trainLosses)
    result.validationLosses = lossLists(result.validationLosses)
    return result
  }

  func predict(_ x: Grid, _ p: Parameters) -> [Int] {
    (0..<x.rows).map { label(softmax(linear(sigmoid(linear(x.row($0), p.alpha)), p.beta))) }
  }

  func test(_ run: TrainedResults, _ training: Examples, _ test: Examples) -> TestResults {
    func error(_ labels: [Int], _ examples: Examples) -> Double {
      Double(zip(labels, examples.labels).count { $0 != $1 }) / Double(labels.count)
    }
    let trainLabels = predict(training.x, run.parameters)
    let testLabels = predict(test.x, run.parameters)
    var result = TestResults(
      trainLosses: run.trainLosses, testLosses: run.validationLosses,
      trainError: error(trainLabels, training), testError: error(testLabels, test),
      trainLabels: trainLabels, testLabels: testLabels)
    results(&result)
    return result
  }
}
