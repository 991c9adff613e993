import Layers
import Learning
import Network

/// What is graded: the modules of the OCR system and what is built from them.
public protocol Submission: Sendable {
  /// The affine map of both layers.
  var linear: any BinaryModule { get }
  /// The hidden layer's activation.
  var sigmoid: any UnaryModule { get }
  /// The output layer's activation.
  var softmax: any UnaryModule { get }
  /// The loss on probabilities.
  var crossEntropy: any BinaryModule { get }
  /// How ``linear`` takes its parameters.
  var parameterLayout: ParameterLayout { get }
  // teacher
  /// The network's modules, by default those above.
  var modules: NetworkModules { get }
  // end

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

/// Where the parameters of an affine map with A inputs and B outputs lie in its matrix.
public enum ParameterLayout: Sendable {
  /// As the hand-out's ω: B×(A+1), the biases in column 0.
  case rowPerOutput
  /// As the package's ``Linear`` takes it: (A+1)×B, the biases in row 0.
  case rowPerInput
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
