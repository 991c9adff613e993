import Layers
import Learning
import Network

/// What is graded: the modules of the OCR system and what is built from them.
///
/// Everything has a default made of the package's own code, so a version of one's own replaces one
/// member only:
///
/// ```swift
/// struct MySubmission: Submission {
///   var sigmoid: any UnaryModule { MySigmoid() }
/// }
/// serve(MySubmission())
/// ```
public protocol Submission: Sendable {
  /// The affine map of both layers.
  var linear: any BinaryModule { get }
  /// The hidden layer's activation.
  var sigmoid: any UnaryModule { get }
  /// The output layer's activation.
  var softmax: any UnaryModule { get }
  /// The loss on probabilities.
  var crossEntropy: any BinaryModule { get }
  /// The network's modules, by default those above.
  var modules: NetworkModules { get }

  /// `NNForward` for an example `x: 1×M`, `y: 1×K`, with α: D×(M+1) and β: K×(D+1).
  func forward(x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix) throws -> Intermediates

  /// `NNBackward` for an example `x: 1×M`, `y: 1×K`, with α: D×(M+1) and β: K×(D+1), after a forward
  /// pass that left `o`.
  func backward(
    x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix, after o: Intermediates
  ) throws -> Gradients

  /// `SGD`: one step of size `rate` per example, in file order, `epochs` times.
  func train(
    _ training: DataSet, validation: DataSet, hidden: Int, initialization: Initialization,
    epochs: Int, rate: Double
  ) throws -> TrainingRun

  /// The label of each row of `x: N×M`, with α: D×(M+1) and β: K×(D+1).
  func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int]

  /// `train_and_test` with its eight inputs: the images and labels of both sets, and four numbers.
  func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult
}

/// The package as it is.
public struct PackageSubmission: Submission {
  /// The package as it is.
  public init() {}

  /// The package's, of which the output layer is another module than the hidden one.
  public var modules: NetworkModules { NetworkModules() }
}

/// What training leaves.
public struct TrainingRun: Sendable {
  /// α: D×(M+1), after the last epoch.
  public var alpha: Matrix
  /// β: K×(D+1), after the last epoch.
  public var beta: Matrix
  /// The mean cross-entropy on the training set after each epoch.
  public var trainLosses: [Double]
  /// The mean cross-entropy on the validation set after each epoch.
  public var validationLosses: [Double]

  /// The parameters after the last epoch, and the losses after each.
  public init(
    alpha: Matrix, beta: Matrix, trainLosses: [Double], validationLosses: [Double]
  ) {
    self.alpha = alpha
    self.beta = beta
    self.trainLosses = trainLosses
    self.validationLosses = validationLosses
  }
}
