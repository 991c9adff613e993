import Layers
import Learning

/// The six results of ``trainAndTest(trainX:trainY:testX:testY:epochs:hidden:initialization:learningRate:)``.
public struct TrainAndTestResult: Sendable, Equatable {
  /// The mean cross-entropy on the training set after each epoch.
  public var trainLosses: [Double]
  /// The mean cross-entropy on the test set after each epoch.
  public var testLosses: [Double]
  /// The final error rate on the training set.
  public var trainError: Double
  /// The final error rate on the test set.
  public var testError: Double
  /// The final labels of the training set.
  public var trainLabels: [Int]
  /// The final labels of the test set.
  public var testLabels: [Int]

  /// Results that were computed elsewhere, for example by a submission of one's own.
  public init(
    trainLosses: [Double], testLosses: [Double], trainError: Double, testError: Double,
    trainLabels: [Int], testLabels: [Int]
  ) {
    (self.trainLosses, self.testLosses) = (trainLosses, testLosses)
    (self.trainError, self.testError) = (trainError, testError)
    (self.trainLabels, self.testLabels) = (trainLabels, testLabels)
  }
}

/// The hand-out's `train_and_test`: trains a network and labels both sets.
///
/// - Parameters:
///   - trainX: N×M, the images to learn, taken in this order.
///   - trainY: their labels, 0…9.
///   - testX: the images to test on, with M columns.
///   - testY: their labels, 0…9.
///   - epochs: how often the training set is gone through.
///   - hidden: the number of hidden units.
///   - initialization: RANDOM or ZERO.
///   - learningRate: the step size γ.
/// - Throws: `ShapeError` when shapes or labels do not fit; `NotFiniteError` when training diverges.
public func trainAndTest(
  trainX: Matrix, trainY: [Int], testX: Matrix, testY: [Int], epochs: Int, hidden: Int,
  initialization: Initialization, learningRate: Double
) throws -> TrainAndTestResult {
  let training = try DataSet(x: trainX, labels: trainY, classes: 10)
  let test = try DataSet(x: testX, labels: testY, classes: 10)
  let network = try Network(inputs: trainX.columns, hidden: hidden, classes: 10)
  try network.initialize(initialization)
  let history = try network.train(
    training, validation: test, epochs: epochs, rate: learningRate)
  let (trained, tested) = (try network.evaluate(training), try network.evaluate(test))
  return TrainAndTestResult(
    trainLosses: history.map(\.training), testLosses: history.map(\.validation),
    trainError: trained.errorRate, testError: tested.errorRate, trainLabels: trained.labels,
    testLabels: tested.labels)
}
