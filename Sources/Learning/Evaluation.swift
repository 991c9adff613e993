import Layers

/// What a classifier makes of a data set.
public struct Evaluation: Sendable, Equatable {
  /// The mean loss over all examples.
  public let loss: Double
  /// N×K: a row of probabilities per example, in the set's order.
  public let probabilities: Matrix
  /// The predicted classes, in order: the likeliest, the lowest on ties.
  public let labels: [Int]
  /// Which classes were taken for which.
  public let confusions: Confusions

  /// The share of wrong labels.
  public var errorRate: Double { confusions.errorRate }
  /// The share of right labels.
  public var accuracy: Double { Double(confusions.right) / count }

  private var count: Double { Double(confusions.count) }

  /// An evaluation on examples whose classes are `truth`.
  public init(loss: Double, probabilities: Matrix, truth: [Int]) {
    (self.loss, self.probabilities) = (loss, probabilities)
    labels = probabilities.argmaxOfRows
    confusions = Confusions(labels, truth: truth, classes: probabilities.columns)
  }
}
