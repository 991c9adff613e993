import Layers
import Learning
import Network

/// The package as it is.
public struct PackageSubmission: Submission {
  /// The package as it is.
  public init() {}

  /// The package's, of which the output layer is another module than the hidden one.
  public var modules: NetworkModules { NetworkModules() }
}

/// Everything has a default made of the package's own code, so a version of one's own replaces one
/// member only:
///
/// ```swift
/// struct MySubmission: Submission {
///   var sigmoid: any UnaryModule { MySigmoid() }
/// }
/// serve(MySubmission())
/// ```
extension Submission {
  /// The package's ``Linear``.
  public var linear: any BinaryModule { Linear() }
  /// The package's ``Sigmoid``.
  public var sigmoid: any UnaryModule { Sigmoid() }
  /// The package's ``Softmax``.
  public var softmax: any UnaryModule { Softmax() }
  /// The package's ``CrossEntropy``.
  public var crossEntropy: any BinaryModule { CrossEntropy() }
  /// That of the package's ``Linear``.
  public var parameterLayout: ParameterLayout { .rowPerInput }
  /// The modules above, ``linear`` in both layers.
  public var modules: NetworkModules {
    NetworkModules(
      linear: linear, sigmoid: sigmoid, softmax: softmax, crossEntropy: crossEntropy)
  }
}

/// The package's `Network`, made of the submission's modules.
extension Submission {
  private func network(alpha: Matrix, beta: Matrix) throws -> Network {
    let network = try Network(
      inputs: alpha.columns - 1, hidden: alpha.rows, classes: beta.rows, modules)
    try network.setParameters(alpha: alpha, beta: beta)
    return network
  }

  /// The forward pass of the submission's network.
  public func forward(
    x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix
  ) throws -> Intermediates {
    try network(alpha: alpha, beta: beta).forward(x: x, y: y)
  }

  /// The backward pass of the submission's network.
  public func backward(
    x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix, after o: Intermediates
  ) throws -> Gradients {
    try network(alpha: alpha, beta: beta).backward(y: y, after: o)
  }

  /// The training of the submission's network.
  public func train(
    _ training: DataSet, validation: DataSet, hidden: Int, initialization: Initialization,
    epochs: Int, rate: Double
  ) throws -> TrainingRun {
    let network = try Network(
      inputs: training.x.columns, hidden: hidden, classes: training.y.columns, modules)
    try network.initialize(initialization)
    let history = try network.train(
      training, validation: validation, epochs: epochs, rate: rate)
    return TrainingRun(
      alpha: network.alpha, beta: network.beta, trainLosses: history.map(\.training),
      validationLosses: history.map(\.validation))
  }

  /// The predictions of the submission's network.
  public func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] {
    try network(alpha: alpha, beta: beta).predict(x)
  }

  /// The submission's own training and prediction, put together.
  public func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult {
    let run = try train(
      training, validation: test, hidden: hidden, initialization: initialization, epochs: epochs,
      rate: learningRate)
    func labels(_ set: DataSet) throws -> [Int] {
      try predict(x: set.x, alpha: run.alpha, beta: run.beta)
    }
    func error(_ labels: [Int], _ set: DataSet) -> Double {
      Double(zip(labels, set.labels).count { $0 != $1 }) / Double(set.count)
    }
    let (trainLabels, testLabels) = (try labels(training), try labels(test))
    return TrainAndTestResult(
      trainLosses: run.trainLosses, testLosses: run.validationLosses,
      trainError: error(trainLabels, training), testError: error(testLabels, test),
      trainLabels: trainLabels, testLabels: testLabels)
  }
}

extension PackageSubmission {
  /// The package's function of this name.
  public func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult {
    try packagesTrainAndTest(
      training.x, training.labels, test.x, test.labels, epochs, hidden, initialization,
      learningRate, training.y.columns)
  }
}

/// Inside of a type that has a method of this name, the function cannot be called.
private let packagesTrainAndTest =
  trainAndTest(trainX:trainY:testX:testY:epochs:hidden:initialization:learningRate:classes:)
