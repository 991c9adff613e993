/// What students may be asked to write: a file of the starter's answers.
struct Blank: Sendable {
  /// As `--blank` calls it.
  let name: String
  /// The file without its extension, in Swift and in Python.
  let file: (swift: String, python: String)
  /// The parts of the grade that ask for it, and for nothing that is built on it.
  let parts: [String]

  /// In the order in which one writes them.
  static let all = [
    Blank("linear", ("Linear", "linear"), ["Q1.1", "Q2.1", "Q2.2", "Q2.3", "Q6.1"]),
    Blank("sigmoid", ("Sigmoid", "sigmoid"), ["Q1.2", "Q2.4", "Q6.2"]),
    Blank("softmax", ("Softmax", "softmax"), ["Q1.3", "Q2.5", "Q6.3"]),
    Blank("cross-entropy", ("CrossEntropy", "cross_entropy"), ["Q1.4", "Q2.6", "Q2.7", "Q6.4"]),
    Blank("forward", ("NNForward", "nn_forward"), ["Q1.5", "Q1.6"]),
    Blank("backward", ("NNBackward", "nn_backward"), ["Q2.8", "Q2.9", "Q6.5"]),
    Blank("sgd", ("SGD", "sgd"), ["Q3.1", "Q3.2", "Q3.3", "Q3.4"]),
    Blank("prediction", ("Prediction", "prediction"), ["Q4.1", "Q4.2", "Q4.3"]),
    Blank("train-and-test", ("TrainAndTest", "train_and_test"), ["Q5.1", "Q5.2", "Q5.3"]),
  ]

  private init(_ name: String, _ file: (swift: String, python: String), _ parts: [String]) {
    (self.name, self.file, self.parts) = (name, file, parts)
  }
}
