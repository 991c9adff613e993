import Harness
import Layers
import Learning
import Network

/// A ``TextbookNet`` as a submission, with or without a bug.
struct TextbookSubmission: Submission {
  var bug: TextbookBug?

  func forward(x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix) throws -> Intermediates {
    let pass = net(alpha, beta).forward(x.values, y.label)
    return Intermediates(
      x: bug == .inputWithBias ? Matrix(row: [1] + x.values) : x, a: Matrix(row: pass.a),
      z: Matrix(row: pass.z), b: Matrix(row: pass.b), ŷ: Matrix(row: pass.ŷ), loss: pass.loss)
  }

  func backward(
    x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix, after o: Intermediates
  ) throws -> Gradients {
    let pass = TextbookNet.Pass(
      a: o.a.values, z: o.z.values, b: o.b.values, ŷ: o.ŷ.values, loss: o.loss)
    let gradient = net(alpha, beta).backward(x.values, y.label, pass)
    let alpha = Matrix(gradient.alpha)
    return Gradients(
      alpha: bug == .gradientOfAlphaTransposed ? alpha.transposed : alpha,
      beta: Matrix(gradient.beta), b: Matrix(row: gradient.b),
      z: Matrix(row: bug == .gradientOfZWithBias ? [0] + gradient.z : gradient.z),
      a: Matrix(row: gradient.a))
  }

  func train(
    _ training: DataSet, validation: DataSet, hidden: Int, initialization: Initialization,
    epochs: Int, rate: Double
  ) throws -> TrainingRun {
    var net = net(training, hidden, initialization)
    let losses = net.train(
      TextbookData(training), TextbookData(validation), epochs: epochs, rate: rate)
    return TrainingRun(
      alpha: Matrix(net.alpha), beta: Matrix(net.beta), trainLosses: losses.training,
      validationLosses: losses.validation)
  }

  func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] {
    x.arrays.map(net(alpha, beta).predict)
  }

  func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult {
    var net = net(training, hidden, initialization)
    let (trainingData, testData) = (TextbookData(training), TextbookData(test))
    let losses = net.train(trainingData, testData, epochs: epochs, rate: learningRate)
    let trainLabels = trainingData.images.map(net.predict)
    let testLabels = testData.images.map(net.predict)
    return TrainAndTestResult(
      trainLosses: losses.training, testLosses: losses.validation,
      trainError: errorRate(trainLabels, training.labels),
      testError: errorRate(testLabels, test.labels), trainLabels: trainLabels,
      testLabels: testLabels)
  }

  private func net(_ alpha: Matrix, _ beta: Matrix) -> TextbookNet {
    TextbookNet(alpha: alpha.arrays, beta: beta.arrays, bug: bug)
  }

  private func net(
    _ training: DataSet, _ hidden: Int, _ initialization: Initialization
  ) -> TextbookNet {
    var seed: UInt32?
    if case .random(let value) = initialization { seed = value }
    return TextbookNet(
      inputs: training.x.columns, hidden: hidden, classes: training.y.columns, seed: seed, bug: bug)
  }

  private func errorRate(_ labels: [Int], _ truth: [Int]) -> Double {
    var wrong = 0.0
    for i in truth.indices where labels[i] != truth[i] { wrong += 1 }
    return wrong / Double(truth.count)
  }
}

extension TextbookData {
  init(_ examples: DataSet) {
    self.init(images: examples.x.arrays, labels: examples.labels)
  }
}

extension Matrix {
  init(_ arrays: [[Double]]) {
    self.init(rows: arrays.count, columns: arrays[0].count, arrays.flatMap { $0 })
  }

  var arrays: [[Double]] {
    let values = values
    return (0..<rows).map { Array(values[$0 * columns..<($0 + 1) * columns]) }
  }

  /// Which element of a one-hot row is 1.
  var label: Int { values.firstIndex(of: 1) ?? 0 }
}
