import Cases

/// What goes wrong with labels.
extension Mistake {
  static let labels = [
    label("predict.last-of-ties", "the last of equal classes were taken, not the first") { ŷ in
      (0..<ŷ.columns).reduce(0) { ŷ[0, $1] >= ŷ[0, $0] ? $1 : $0 }
    },
    label("predict.least-probable", "the least probable class were taken") { ŷ in
      (0..<ŷ.columns).reduce(0) { ŷ[0, $1] < ŷ[0, $0] ? $1 : $0 }
    },
    label("predict.from-one", "labels counted from 1") { ŷ in Textbook().label(ŷ) + 1 },
  ]

  private static func label(
    _ id: String, _ sentence: String, _ function: @escaping @Sendable (Grid) -> Int
  ) -> Mistake {
    Mistake(id, sentence) { $0.label = function }
  }
}

/// What goes wrong with the results of `train_and_test`.
extension Mistake {
  static let results = [
    result("results.accuracy", "the part of the labels that are right were given as the error") {
      ($0.trainError, $0.testError) = (1 - $0.trainError, 1 - $0.testError)
    },
    result("results.percent", "the errors were in percent") {
      ($0.trainError, $0.testError) = (100 * $0.trainError, 100 * $0.testError)
    },
    result("results.count", "the errors were numbers of wrong labels, not their part") {
      $0.trainError = ($0.trainError * Double($0.trainLabels.count)).rounded()
      $0.testError = ($0.testError * Double($0.testLabels.count)).rounded()
    },
    result("results.test-error-of-training", "the test error were that of the training set") {
      $0.testError = $0.trainError
    },
    result("results.train-error-of-test", "the training error were that of the test set") {
      $0.trainError = $0.testError
    },
    result("results.labels-swapped", "the labels of both sets were exchanged") {
      ($0.trainLabels, $0.testLabels) = ($0.testLabels, $0.trainLabels)
    },
    result("results.losses-swapped", "the losses of both sets were exchanged") {
      ($0.trainLosses, $0.testLosses) = ($0.testLosses, $0.trainLosses)
    },
  ]

  private static func result(
    _ id: String, _ sentence: String, _ change: @escaping @Sendable (inout TestResults) -> Void
  ) -> Mistake {
    Mistake(id, sentence) { $0.results = change }
  }
}
