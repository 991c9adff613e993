import Harness
import Network

/// The package with wrong reports of right results.
extension Mutant {
  static let results = [
    result("error rate as accuracy", "results.accuracy") { results in
      results.trainError = 1 - results.trainError
      results.testError = 1 - results.testError
    },
    result("test error in percent only") { $0.testError *= 100 },
    result("errors in percent", "results.percent") {
      $0.trainError *= 100
      $0.testError *= 100
    },
    result("test error from training", "results.test-error-of-training") {
      $0.testError = $0.trainError
    },
    result("training error from test", "results.train-error-of-test") {
      $0.trainError = $0.testError
    },
    // Many mistakes make every label wrong, but none of these leaves the labels right.
    result("no letter right, they say") { $0.trainError = 1 },
    result("predictions swapped", "results.labels-swapped") {
      swap(&$0.trainLabels, &$0.testLabels)
    },
    result("loss lists swapped", "results.losses-swapped") {
      swap(&$0.trainLosses, &$0.testLosses)
    },
    forward("ŷ is NaN") { $0.ŷ[0, 1] = .nan },
    forward("logits off by one") { $0.b[0, 1] += 1 },
    forward("J is infinite") { $0.loss = .infinity },
    forward("forward throws") { _ in throw Refusal() },
  ]

  private static func result(
    _ name: String, _ mistakes: String...,
    alter: @escaping @Sendable (inout TrainAndTestResult) -> Void
  ) -> Mutant {
    Mutant(
      name, ResultsSubmission(alter: alter), mistakes, loses: ["Q5.1", "Q5.2", "Q5.3"],
      keeps: ["Q1", "Q2", "Q3", "Q4", "Q6"])
  }

  private static func forward(
    _ name: String, _ alter: @escaping @Sendable (inout Intermediates) throws -> Void
  ) -> Mutant {
    Mutant(
      name, ResultsSubmission(alterForward: alter), [], loses: ["Q1.5"],
      keeps: ["Q2", "Q3", "Q4", "Q5"])
  }
}
