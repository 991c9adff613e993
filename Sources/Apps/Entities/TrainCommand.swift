import Entities
import Formats
import Learning
import Random
import Terminal

private let defaults = TrainingSettings()

let trainCommand = Command(
  "train", summary: "Train a network on titles, test it and write it to a file.",
  arguments: [
    Argument("NETWORK", choices: Architecture.Kind.allCases.map(\.rawValue), help: "what to train")
  ],
  options: dataOptions + [
    Option(
      "max-len", "M", value: "N", default: "\(defaults.maxLength)", aliases: ["max_len"],
      help: "characters of a title that are read"),
    Option(
      "hidden", "H", value: "UNITS", default: "\(defaults.hidden)", aliases: ["num_hid"],
      help: "number of hidden units"),
    Option(
      "batch-size", "b", value: "N", default: "\(defaults.batch)", aliases: ["batch_size"],
      help: "titles in a minibatch"),
    Option(
      "epochs", "e", value: "N", default: "\(defaults.epochs)",
      help: "passes over the training titles"),
    Option(
      "learning-rate", "l", value: "RATE", default: "\(defaults.rate)", aliases: ["init_lr"],
      help: "first step size of gradient descent"),
    Option(
      "schedule", value: "HOW", default: defaults.schedule.rawValue,
      choices: Schedule.allCases.map(\.rawValue),
      help: "how the step size falls: not, or as half a cosine down to 0"),
    Option(
      "forget-bias", value: "B", default: "\(defaults.forgetBias)",
      help: "added to the first biases of an LSTM's forget gate"),
    Option(
      "seed", "s", value: "N", default: "\(defaults.seed)", help: "seed of weights and shuffling"),
    Option(
      "output", "o", value: "FILE", default: "output.npy", aliases: ["output_file"],
      help: "file for the test probabilities; the classes go beside it, as .labels"),
    Option(
      "train-loss", value: "FILE", aliases: ["train_loss_file"],
      help: "file for the loss of every minibatch"),
    Option(
      "model", "m", value: "FILE",
      help: "file for the network (default: runs/DATASET-NETWORK.safetensors)"),
    .flag("quiet", "q", help: "print nothing but errors"),
  ],
  examples: ["entities train mlp", "entities train lstm --data titles --dataset smaller"])

/// Where the titles are.
let dataOptions = [
  Option("data", "d", value: "DIR", help: "folder of the titles (default: the package's)"),
  Option(
    "dataset", "D", value: "NAME", default: "tiny", help: "NAME.train, NAME.valid and NAME.test"),
]

/// `entities train NETWORK`: trains, tests once, at the end, and writes the results.
func train(_ arguments: ParsedArguments) throws -> ExitCode {
  let settings = try TrainSettings(arguments)
  let files = try DataFiles(settings.dataset, folder: settings.dataFolder)
  let data = try TrainingData(settings, files)
  try settings.results.prepare(inputs: files.paths)
  var random = RandomState(seed: settings.training.seed)
  let network = try TitleNetwork(data.architecture, batch: settings.training.batch)
  try network.initialize(&random, forgetBias: settings.training.forgetBias)
  Interrupt.install()
  var monitor = TrainingMonitor(settings)
  let history = try network.train(
    data.training, validation: data.validation, epochs: settings.training.epochs,
    rate: settings.training.rate, schedule: settings.training.schedule, random: &random,
    shouldStop: { Interrupt.requested }, report: { monitor.show($0) })
  monitor.end()
  let run = TrainedRun(
    settings: settings, history: history,
    model: try TitleModel(
      network, vocabulary: data.alphabet.vocabulary, classes: data.alphabet.classes),
    validation: try network.evaluate(data.validation), test: try network.evaluate(data.test))
  try settings.results.write(run)
  if !settings.quiet { try Output.standard.write(run.report(TerminalCapabilities(.standard))) }
  guard Interrupt.requested else { return .success }
  try Output.standardError.write("entities: interrupted after epoch \(history.epochs.count)\n")
  return .interrupted
}

/// What a run learns from and is measured on.
private struct TrainingData {
  let alphabet: Alphabet
  let architecture: Architecture
  let training, validation, test: DataSet

  /// Reads all files now: what is wrong with one is better known before the training.
  /// - Throws: `FileError`, or `UsageError` when the network would not fit into the memory.
  init(_ settings: TrainSettings, _ files: DataFiles) throws {
    let maxLength = settings.training.maxLength
    alphabet = Alphabet(of: try files.readTraining())
    architecture = alphabet.architecture(
      settings.kind, maxLength: maxLength, hidden: settings.training.hidden)
    try settings.expectToFit(architecture)
    training = try files.read("train", alphabet, maxLength: maxLength)
    validation = try files.read("valid", alphabet, maxLength: maxLength)
    test = try files.read("test", alphabet, maxLength: maxLength)
  }
}
