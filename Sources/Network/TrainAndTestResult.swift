/// The six results of `train_and_test`.
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
