import Cases
import Formats
import Grading
import Wire

/// How a training is asked for.
struct TrainingPlan {
  let hidden, epochs: Int
  let rate: String
  /// nil for ZERO.
  let seed: Int?

  func texts(classes: Int) -> [Named<String>] {
    [
      Named("classes", "\(classes)"), Named("hidden", "\(hidden)"), Named("epochs", "\(epochs)"),
      Named("rate", rate), Named("initialization", seed == nil ? "zero" : "random"),
      Named("seed", "\(seed ?? 0)"),
    ]
  }

  /// The request for a function that trains.
  func request(
    _ function: String, _ training: Examples, _ second: String, _ examples: Examples
  ) -> Request {
    let tensors = training.named("train") + examples.named(second)
    return Request(function, tensors, texts: texts(classes: training.classes))
  }
}

extension Examples {
  fileprivate func named(_ name: String) -> [Named<Grid>] {
    [
      Named(name + "_x", x),
      Named(name + "_y", Grid(labels.count, 1) { i, _ in Double(labels[i]) }),
    ]
  }
}

/// SGD.
enum TrainingCases {
  /// Four letters, so that each order of them can be tried.
  static func drawn(
    _ source: CaseSource, _ what: UInt32, epochs: Int, isRandom: Bool
  ) -> [Case] {
    source.drawn(what) { random in
      (1...2).map { k in
        let plan = TrainingPlan(
          hidden: 3, epochs: epochs, rate: "0.3", seed: isRandom ? random.seed() : nil)
        let training = random.examples(4, pixels: 5, classes: 4)
        let validation = random.examples(2, pixels: 5, classes: 4)
        return DrawnCase(
          "4 letters, drawn \(k)",
          plan.request("train", training, "validation", validation), tolerance: trainingTolerance)
      }
    }
  }

  /// NumPy's training on the small letters.
  static func reference(
    _ source: CaseSource, _ folder: String, _ plan: TrainingPlan
  ) throws(FileError) -> Case {
    let request = plan.request(
      "train", try source.files.letters("smallTrain"), "validation",
      try source.files.letters("smallTest"))
    let names = [
      ("alpha", "alpha"), ("beta", "beta"), ("train", "train_losses"),
      ("validation", "validation_losses"),
    ]
    let right = try names.map { file, name throws(FileError) in
      try source.files.tensor("train/\(folder)", file, as: name)
    }
    return Case(
      "small letters", request,
      letters: [Named("train", "smallTrain"), Named("validation", "smallTest")], right: right,
      tolerance: trainingTolerance)
  }
}

/// `train_and_test`.
enum TrainAndTestCases {
  static func drawn(_ source: CaseSource, _ what: UInt32) -> [Case] {
    source.drawn(what) { random in
      let plan = TrainingPlan(hidden: 4, epochs: 3, rate: "0.3", seed: random.seed())
      // The sets differ in their errors, mostly.
      let training = random.examples(9, pixels: 6, classes: 10)
      let test = random.examples(5, pixels: 6, classes: 10)
      return [
        DrawnCase(
          "14 letters, drawn", plan.request("train_and_test", training, "test", test),
          tolerance: trainingTolerance)
      ]
    }
  }

  /// NumPy's training on `NAMETrain.csv`, measured on `NAMETest.csv`.
  static func reference(
    _ source: CaseSource, _ name: String, _ plan: TrainingPlan
  ) throws(FileError) -> Case {
    let request = plan.request(
      "train_and_test", try source.files.letters(name + "Train"), "test",
      try source.files.letters(name + "Test"))
    let names = [
      "train_losses", "test_losses", "train_error", "test_error", "train_labels", "test_labels",
    ]
    let right = try names.map { file throws(FileError) in
      try source.files.tensor("train-and-test/\(name)", file, as: file)
    }
    return Case(
      "\(name) letters", request,
      letters: [Named("train", name + "Train"), Named("test", name + "Test")], right: right,
      tolerance: trainingTolerance)
  }
}
