import Harness
import Layers
import Learning
import Network

/// The package with wrong reports of right results.
struct ResultsSubmission: Submission {
  /// Changes what `train_and_test` returns.
  var alter: @Sendable (inout TrainAndTestResult) -> Void = { _ in }
  /// Changes what `NNForward` returns.
  var alterForward: @Sendable (inout Intermediates) throws -> Void = { _ in }

  func forward(x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix) throws -> Intermediates {
    var result = try PackageSubmission().forward(x: x, y: y, alpha: alpha, beta: beta)
    try alterForward(&result)
    return result
  }

  func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult {
    var result = try PackageSubmission().trainAndTest(
      training: training, test: test, epochs: epochs, hidden: hidden,
      initialization: initialization, learningRate: learningRate)
    alter(&result)
    return result
  }
}

struct Refusal: Error {}
