import Layers
import Learning

/// The hand-out's `train_and_test`: trains a network and labels both sets.
///
/// - Parameters:
///   - trainX: N×M, the images to learn, taken in this order.
///   - trainY: their labels, 0..<`classes`.
///   - testX: the images to test on, with M columns.
///   - testY: their labels, 0..<`classes`.
///   - epochs: how often the training set is gone through.
///   - hidden: the number of hidden units.
///   - initialization: RANDOM or ZERO.
///   - learningRate: the step size γ.
///   - classes: K.
/// - Throws: `ShapeError` when shapes or labels do not fit; `NotFiniteError` when training diverges.
public func trainAndTest(
  trainX: Matrix, trainY: [Int], testX: Matrix, testY: [Int], epochs: Int, hidden: Int,
  initialization: Initialization, learningRate: Double, classes: Int = 10
) throws -> TrainAndTestResult {
  let training = try DataSet(x: trainX, labels: trainY, classes: classes)
  let test = try DataSet(x: testX, labels: testY, classes: classes)
  let network = try Network(inputs: trainX.columns, hidden: hidden, classes: classes)
  try network.initialize(initialization)
  let history = try network.train(
    training, validation: test, epochs: epochs, rate: learningRate)
  let (trained, tested) = (try network.evaluate(training), try network.evaluate(test))
  return TrainAndTestResult(
    trainLosses: history.map(\.training), testLosses: history.map(\.validation),
    trainError: trained.errorRate, testError: tested.errorRate, trainLabels: trained.labels,
    testLabels: tested.labels)
}
