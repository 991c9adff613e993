import Layers
import Network

extension Question {
  /// Q5: the six results of `train_and_test`.
  static let trainingAndTesting = Question(
    "Q5", "train_and_test",
    [
      trainAndTest(
        "Q5.1", "small: ZERO, D = 100, 10 epochs, γ = 0.2", points: 6, "small", epochs: 10,
        hidden: 100, .zero, rate: 0.2),
      trainAndTest(
        "Q5.2", "medium: RANDOM, D = 10, 2 epochs, γ = 0.1", points: 2, "medium", epochs: 2,
        hidden: 10, .random(seed: 1), rate: 0.1),
      trainAndTest(
        "Q5.3", "large: RANDOM, D = 8, 1 epoch, γ = 0.1", points: 2, "large", epochs: 1,
        hidden: 8, .random(seed: 2), rate: 0.1),
    ])
}

private func trainAndTest(
  _ id: String, _ title: String, points: Double, _ size: String, epochs: Int, hidden: Int,
  _ initialization: Initialization, rate: Double
) -> Part {
  Part(id, title, points: points) { submission, files in
    let results = try submission.trainAndTest(
      training: files.letters("\(size)Train"), test: files.letters("\(size)Test"),
      epochs: epochs, hidden: hidden, initialization: initialization, learningRate: rate)
    return try check(results, files.folder("train-and-test/\(size)"))
  }
}

private func check(_ results: TrainAndTestResult, _ reference: ReferenceFolder) throws -> [Check] {
  let quantities = [
    ("training losses", results.trainLosses, "train_losses", trainingTolerance),
    ("test losses", results.testLosses, "test_losses", trainingTolerance),
    ("training error", [results.trainError], "train_error", 0),
    ("test error", [results.testError], "test_error", 0),
  ]
  let checks = try quantities.map {
    try reference.check($0, Matrix(row: $1), $2, tolerance: $3)
  }
  return try checks + [
    reference.check("training labels", results.trainLabels, "train_labels"),
    reference.check("test labels", results.testLabels, "test_labels"),
  ]
}
