import Formats
import Harness
import Learning
import Network
import Terminal

private let size = Argument(
  "SIZE", as: .dataSet(among: LetterSets.own),
  help: "the set to train on, or the NAME of a file NAMETrain.csv in --data")
private let dataFolder = Option(
  "data", "d", as: .folder, value: "DIR", help: "folder of the CSV files (default: the course's)")
private let hidden = Option(
  "hidden", "H", as: .integer(1...100_000), default: 50, value: "UNITS",
  help: "number of hidden units")
private let epochs = Option(
  "epochs", "e", as: .integer(1...1_000_000), default: 100, value: "N",
  help: "passes over the training set")
private let rate = Option(
  "learning-rate", "l", as: .positive, default: 0.01, value: "RATE",
  help: "step size of gradient descent")
private let start = Option(
  "init", "i", as: .choice(["random", "zero"]), default: "random",
  help: "first weights: U[-0.1, 0.1] or 0")
private let seed = Option.seed(help: "seed of the random weights")
private let outputFolder = Option(
  "output", "o", as: .folder, value: "DIR", help: "folder for the results (default: runs/SIZE)")

/// `ocr train SIZE`: the submission's `train_and_test`, and what it made of the letters.
func trainCommand(_ submission: any Submission) -> Command {
  Command(
    "train", summary: "Train your network on a set of letters, and report on it.",
    arguments: [size],
    options: [dataFolder, hidden, epochs, rate, start, seed, outputFolder],
    examples: ["ocr train small", "ocr train large --epochs 10"]
  ) { try train($0, submission) }
}

private func train(_ arguments: ParsedArguments, _ submission: any Submission) throws -> ExitCode {
  let place = SetPath(arguments[size])
  let data = try LetterSets(place, folder: arguments[dataFolder], names: nil)
  let output = try RunFolder(
    arguments[outputFolder] ?? "runs/\(place.name)", hasModel: false, from: data.paths)
  try Output.standard.write(
    data.summary.wrapped(TerminalCapabilities(.standard).width).map { $0 + "\n" }.joined() + "\n")
  let r = try submission.trainAndTest(
    training: data.training, test: data.validation, epochs: arguments[epochs],
    hidden: arguments[hidden],
    initialization: arguments[start] == "zero" ? .zero : .random(seed: arguments[seed]),
    learningRate: arguments[rate])
  let run = try TrainedRun(
    settings: [
      ("size", place.name), ("hidden", "\(arguments[hidden])"), ("epochs", "\(arguments[epochs])"),
      ("learning_rate", "\(arguments[rate])"), ("init", arguments[start]),
    ], names: data.names, r, training: data.training, validation: data.validation)
  try output.write(run)
  try Output.standard.write(run.report(output, on: TerminalCapabilities(.standard)))
  try run.verdict?.warn("ocr")
  return .success
}

extension TrainedRun {
  /// A run of which `train_and_test` gave these results.
  /// - Throws: where it gave other numbers of losses than of epochs, or of labels than of letters.
  fileprivate init(
    settings: [(name: String, value: String)], names: LabelNames, _ r: TrainAndTestResult,
    training: DataSet, validation: DataSet
  ) throws {
    guard r.trainLosses.count == r.testLosses.count, let trainLoss = r.trainLosses.last,
      let testLoss = r.testLosses.last
    else { throw WrongResult(description: "train_and_test gave no losses, or not as many of each") }
    self.init(
      settings: settings, names: names,
      history: zip(r.trainLosses, r.testLosses).enumerated().map {
        EpochLosses(epoch: $0 + 1, training: $1.0, validation: $1.1)
      },
      training: try ReadSet(loss: trainLoss, labels: r.trainLabels, of: training),
      validation: try ReadSet(loss: testLoss, labels: r.testLabels, of: validation))
  }
}

extension ReadSet {
  fileprivate init(loss: Double, labels: [Int], of set: DataSet) throws {
    let classes = set.y.columns
    guard labels.count == set.count, labels.allSatisfy((0..<classes).contains) else {
      throw WrongResult(
        description: "train_and_test gave \(labels.count) labels for \(set.count) letters, or one "
          + "that is not in 0..<\(classes)")
    }
    self.init(
      loss: loss, labels: labels,
      confusions: Confusions(labels, truth: set.labels, classes: classes))
  }
}

/// What cannot be reported on.
private struct WrongResult: Error, CustomStringConvertible { let description: String }
