import Harness
import Layers
import Learning

/// `train_and_test`: trains on one set, and labels both.
///
/// The losses are those of `SGD.train`, with the test set for validation; an error is the part of the labels
/// that are wrong, a number from 0 to 1. What is given back is `TrainAndTestResult(trainLosses:testLosses:`
/// `trainError:testError:trainLabels:testLabels:)`.
public func trainAndTest(
  training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
  learningRate: Double
) throws -> TrainAndTestResult {
  // answer: SGD.train and prediction do most of it; a DataSet has `labels`, one for each row of its x
  let run = try SGD.train(
    training, validation: test, hidden: hidden, initialization: initialization, epochs: epochs,
    rate: learningRate)
  let trainLabels = try prediction(x: training.x, alpha: run.alpha, beta: run.beta)
  let testLabels = try prediction(x: test.x, alpha: run.alpha, beta: run.beta)
  func error(_ labels: [Int], _ set: DataSet) -> Double {
    let wrong = zip(labels, set.labels).count { $0 != $1 }
    return Double(wrong) / Double(set.count)
  }
  return TrainAndTestResult(
    trainLosses: run.trainLosses, testLosses: run.validationLosses,
    trainError: error(trainLabels, training), testError: error(testLabels, test),
    trainLabels: trainLabels, testLabels: testLabels)
  // end
}
