import Formats
import Learning
import Network
import Terminal

let trainCommand = Command(
  "train",
  summary: "Train a network on a set of letters, report on it and write it to a folder.",
  arguments: [
    Argument("SIZE", choices: ["small", "medium", "large"], help: "the set to train on")
  ],
  options: [
    Option("data", "d", value: "DIR", help: "folder of the CSV files (default: the package's)"),
    Option("hidden", "H", value: "UNITS", default: "50", help: "number of hidden units"),
    Option("epochs", "e", value: "N", default: "100", help: "passes over the training set"),
    Option(
      "learning-rate", "l", value: "RATE", default: "0.01", aliases: ["learning_rate"],
      help: "step size of gradient descent"),
    Option(
      "init", "i", value: "HOW", default: "random", choices: ["random", "zero"],
      help: "first weights: U[-0.1, 0.1] or 0"),
    Option("seed", "s", value: "N", default: "0", help: "seed of the random weights"),
    Option("output", "o", value: "DIR", help: "folder for the results (default: runs/SIZE)"),
    .flag("quiet", "q", help: "print nothing but errors"),
  ],
  examples: ["ocr train small", "ocr train large --hidden 200 --epochs 30 --output runs/wide"])

/// `ocr train SIZE`: trains, reports and writes the results.
func train(_ arguments: ParsedArguments) throws -> ExitCode {
  let settings = try TrainSettings(arguments)
  let data = try LetterSets(settings.size, folder: settings.dataFolder)
  let output = RunFolder(settings.outputFolder)
  try output.create()
  let network = try Network(
    inputs: data.training.x.columns, hidden: settings.hidden, classes: letters.count)
  try network.initialize(settings.initialization)
  Interrupt.install()
  var monitor = TrainingMonitor(settings)
  var history: [EpochLosses] = []
  try network.train(
    data.training, validation: data.validation, epochs: settings.epochs,
    rate: settings.learningRate, shouldStop: { Interrupt.requested }
  ) { losses in
    history.append(losses)
    monitor.show(losses)
  }
  monitor.end()
  let run = TrainedRun(
    settings: settings, history: history, training: try network.evaluate(data.training),
    validation: try network.evaluate(data.validation))
  try output.write(run, network)
  if !settings.quiet { try Output.standard.write(run.report(TerminalCapabilities(.standard))) }
  guard Interrupt.requested else { return .success }
  try Output.standardError.write("ocr: interrupted after epoch \(history.count)\n")
  return .interrupted
}
