import Layers
import Network

/// The accepted error after training, relative to the largest entry.
let trainingTolerance = 1e-9

extension Question {
  /// Q3: the parameters and the losses of SGD on the small letters, γ = 0.1.
  static let training = Question(
    "Q3", "Training by SGD",
    [
      train("Q3.1", "ZERO, D = 3, 1 epoch", points: 6, "zero-1", hidden: 3, .zero, epochs: 1),
      train("Q3.2", "ZERO, D = 4, 5 epochs", points: 7, "zero-5", hidden: 4, .zero, epochs: 5),
      train(
        "Q3.3", "RANDOM, D = 3, 10 epochs", points: 7, "random-10", hidden: 3, .random(seed: 7),
        epochs: 10),
    ])
}

private func train(
  _ id: String, _ title: String, points: Double, _ folder: String, hidden: Int,
  _ initialization: Initialization, epochs: Int
) -> Part {
  Part(id, title, points: points) { submission, files in
    let reference = files.folder("train/\(folder)")
    let run = try submission.train(
      files.letters("smallTrain"), validation: files.letters("smallTest"), hidden: hidden,
      initialization: initialization, epochs: epochs, rate: 0.1)
    let quantities = [
      ("α", run.alpha, "alpha"), ("β", run.beta, "beta"),
      ("training losses", Matrix(row: run.trainLosses), "train"),
      ("validation losses", Matrix(row: run.validationLosses), "validation"),
    ]
    return try quantities.map { try reference.check($0, $1, $2, tolerance: trainingTolerance) }
  }
}
