import Formats
import Learning
import Network
import Terminal

private let training = Argument("TRAIN", as: .input, help: "letters to learn; - is standard input")
private let validation = Argument(
  "VALIDATION", as: .input, help: "letters to validate on; - is standard input")
private let trainingLabels = Argument(
  "TRAIN_OUT", as: .outputFile, help: "file for the labels read in TRAIN")
private let validationLabels = Argument(
  "VALIDATION_OUT", as: .outputFile, help: "file for those read in VALIDATION")
private let metrics = Argument(
  "METRICS_OUT", as: .outputFile, help: "file for cross-entropies and error rates")
private let epochs = Argument(
  "NUM_EPOCH", as: .integer(0...1_000_000), help: "passes over the training set")
private let hidden = Argument(
  "HIDDEN_UNITS", as: .integer(1...100_000), help: "number of hidden units")
private let start = Argument(
  "INIT_FLAG", as: .choice(["1", "2"]), help: "first weights U[-0.1, 0.1] or all 0")
private let rate = Argument("LEARNING_RATE", as: .positive, help: "step size of gradient descent")

let neuralnetCommand = Command(
  "neuralnet", summary: "Train with the words of CMU 10-601's neuralnet.py, in its order.",
  arguments: [
    training, validation, trainingLabels, validationLabels, metrics, epochs, hidden, start, rate,
  ],
  examples: ["ocr neuralnet train.csv val.csv train.labels val.labels metrics.txt 2 4 2 0.1"],
  run: neuralnet)

/// `ocr neuralnet …`: trains from seed 0, writes labels and metrics, and prints no results.
private func neuralnet(_ arguments: ParsedArguments) throws -> ExitCode {
  let inputs = [arguments[training], arguments[validation]]
  let paths = [trainingLabels, validationLabels, metrics].map { arguments[$0] }
  try expectDifferentFiles(paths)
  let data = try LetterSets(training: inputs[0], validation: inputs[1], names: .digits)
  let (pixels, hidden) = (data.training.x.columns, arguments[hidden])
  try Network.expectMemory(inputs: pixels, hidden: hidden, classes: data.names.all.count)
  let network = try Network(inputs: pixels, hidden: hidden, classes: data.names.all.count)
  try network.initialize(arguments[start] == "2" ? .zero : .random(seed: 0))
  // Not before: a signal ends the wait for an input that is a pipe.
  Interrupt.install()
  let outputs = try ResultSet(paths, from: inputs)
  try data.report()
  let run = try network.train(data, epochs: arguments[epochs], rate: arguments[rate])
  try outputs.write((run.labels + [run.metrics]).map { Array($0.utf8) })
  try run.verdict?.warn("ocr")
  return try Interrupt.exitCode(afterEpoch: run.history.count)
}
