import Harness
import Layers
import Learning
import Network

/// Bodies that do nothing.
struct EmptySubmission: Submission {
  let linear: any BinaryModule = AlteredBinary(
    original: Linear(), forward: { _, _, _ in }, backwardA: { _, _, _, _ in },
    backwardW: { _, _, _, _ in })
  let sigmoid: any UnaryModule = AlteredUnary(
    original: Sigmoid(), forward: { _, _ in }, backward: { _, _, _, _ in })
  let softmax: any UnaryModule = AlteredUnary(
    original: Softmax(), forward: { _, _ in }, backward: { _, _, _, _ in })
  let crossEntropy: any BinaryModule = AlteredBinary(
    original: CrossEntropy(), forward: { _, _, _ in }, backwardA: { _, _, _, _ in },
    backwardW: { _, _, _, _ in })

  func train(
    _ training: DataSet, validation: DataSet, hidden: Int, initialization: Initialization,
    epochs: Int, rate: Double
  ) throws -> TrainingRun {
    TrainingRun(
      alpha: Matrix(rows: hidden, columns: training.x.columns + 1),
      beta: Matrix(rows: training.y.columns, columns: hidden + 1),
      trainLosses: Array(repeating: 0, count: epochs),
      validationLosses: Array(repeating: 0, count: epochs))
  }

  func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] {
    Array(repeating: 0, count: x.rows)
  }

  func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult {
    let losses = Array(repeating: 0.0, count: epochs)
    return TrainAndTestResult(
      trainLosses: losses, testLosses: losses, trainError: 0, testError: 0,
      trainLabels: training.labels.map { _ in 0 }, testLabels: test.labels.map { _ in 0 })
  }
}

extension AlteredUnary {
  /// A module that is not there.
  static let refusing = AlteredUnary(
    original: Sigmoid(),
    shape: { (_) throws(ShapeError) in throw ShapeError("Missing", "not there") },
    backward: { _, _, _, _ in })
}

extension AlteredBinary {
  /// A module that is not there.
  static let refusing = AlteredBinary(
    original: CrossEntropy(),
    shape: { (_, _) throws(ShapeError) in throw ShapeError("Missing", "not there") },
    backwardA: { _, _, _, _ in }, backwardW: { _, _, _, _ in })
}
