import Entities
import Formats
import Learning
import Random
import Terminal

private let defaults = TrainingSettings()
private let network = Argument<Architecture.Kind>(
  "NETWORK", as: .choice, help: "what to train")
private let maxLength = Option(
  "max-len", "M", as: .integer(1...TitleModel.largestLength), default: defaults.maxLength,
  value: "N", help: "characters of a title that are read")
private let hidden = Option(
  "hidden", "H", as: .integer(1...10_000), default: defaults.hidden, value: "UNITS",
  aliases: ["hidden-units", "num-hid"], help: "number of hidden units")
private let batch = Option(
  "batch-size", "b", as: .integer(1...100_000), default: defaults.batch, value: "N",
  help: "titles in a minibatch")
private let epochs = Option.epochs(
  default: defaults.epochs, help: "passes over the training titles")
private let rate = Option(
  "learning-rate", "l", as: .positive, default: defaults.rate, value: "RATE",
  aliases: ["init-lr"], help: "first step size of gradient descent")
private let schedule = Option(
  "schedule", as: .choice, default: defaults.schedule,
  help: "how the step size falls: not, or as half a cosine down to 0")
private let forgetBias = Option(
  "forget-bias", as: .number(-100...100), value: "B",
  help: "added to the first biases of an LSTM's forget gate (default: \(defaults.forgetBias))")
private let seed = Option.seed(default: defaults.seed, help: "seed of weights and shuffling")
private let output = Option(
  "output", "o", as: .outputFile, default: "output.npy", value: "FILE", aliases: ["output-file"],
  help: "file for the test probabilities; the classes go beside it, as .labels")
private let trainLoss = Option(
  "train-loss", as: .outputFile, value: "FILE", aliases: ["train-loss-file"],
  help: "file for the loss of every minibatch")
private let modelFile = Option(
  "model", "m", as: .outputFile, value: "FILE",
  help: "file for the network (default: runs/DATASET-NETWORK.safetensors)")
private let page = Option(
  "report", as: .outputFile, value: "FILE",
  help: "file for the page of curves and confusions (default: beside the network, as .html)")
private let noPage = Option(
  flag: "no-report", help: "do not write that page, and remove an older run's beside the network")
private let quiet = Option.quiet

let trainCommand = Command(
  "train", summary: "Train a network on titles, test it and write it to a file.",
  arguments: [network],
  options: [
    dataFolder, dataset, maxLength, hidden, batch, epochs, rate, schedule, forgetBias, seed,
    output, trainLoss, modelFile, page, noPage, quiet,
  ],
  examples: ["entities train mlp", "entities train lstm --data titles --dataset smaller"],
  run: train)

/// `entities train NETWORK`: trains, tests once, at the end, and writes the results.
private func train(_ arguments: ParsedArguments) throws -> ExitCode {
  let (kind, settings) = (arguments[network], settings(arguments))
  let files = try DataFiles(arguments)
  let data = try TrainingData(kind, settings, files)
  var random = RandomState(seed: settings.seed)
  let network = try TitleNetwork(data.architecture, batch: settings.batch)
  try network.initialize(&random, forgetBias: settings.forgetBias)
  // Before the files are there, which whoever interrupts would leave behind; until here a signal ends
  // the program at once.
  Interrupt.install()
  let results = try ResultFiles(
    model: arguments[modelFile], defaultModel: "\(files.name)-\(kind.rawValue)",
    output: arguments[output], losses: arguments[trainLoss],
    page: arguments[noPage] ? .none : arguments[page].map { .file($0) } ?? .besideModel,
    inputs: files.paths)
  if !arguments[quiet] {
    let lines = data.summary.wrapped(TerminalCapabilities(.standard).width)
    try Output.standard.write(lines.map { $0 + "\n" }.joined() + "\n")
  }
  let history = try network.train(data, settings, &random, quiet: arguments[quiet])
  try Interrupt.expectResult(ofEpochs: history.epochs.count)
  let run = TrainedRun(
    settings: [("dataset", files.name)] + settings.list(for: kind), history: history,
    model: try TitleModel(
      network, vocabulary: data.alphabet.vocabulary, classes: data.alphabet.classes),
    validation: try history.validation ?? network.evaluate(data.validation),
    test: try history.test ?? network.evaluate(data.test))
  try results.write(run)
  if !arguments[quiet] {
    try Output.standard.write(run.report(results, on: TerminalCapabilities(.standard)))
    try run.verdict?.warn("entities")
  }
  return try Interrupt.exitCode(afterEpoch: history.epochs.count)
}

private func settings(_ arguments: ParsedArguments) -> TrainingSettings {
  var settings = TrainingSettings()
  settings.maxLength = arguments[maxLength]
  settings.hidden = arguments[hidden]
  settings.batch = arguments[batch]
  settings.epochs = arguments[epochs]
  settings.rate = arguments[rate]
  settings.schedule = arguments[schedule]
  settings.forgetBias = arguments[forgetBias] ?? defaults.forgetBias
  settings.seed = arguments[seed]
  return settings
}
