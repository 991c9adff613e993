import Entities
import Formats
import Random
import Terminal

let trainCommand = Command(
  "train", summary: "Train a network on titles, test it and write it to a file.",
  arguments: [
    Argument("NETWORK", choices: Architecture.Kind.allCases.map(\.rawValue), help: "what to train")
  ],
  options: dataOptions + [
    Option(
      "max-len", "M", value: "N", default: "10", aliases: ["max_len"],
      help: "characters of a title that are read"),
    Option(
      "hidden", "H", value: "UNITS", default: "50", aliases: ["num_hid"],
      help: "number of hidden units"),
    Option(
      "batch-size", "b", value: "N", default: "64", aliases: ["batch_size"],
      help: "titles in a minibatch"),
    Option("epochs", "e", value: "N", default: "15", help: "passes over the training titles"),
    Option(
      "learning-rate", "l", value: "RATE", default: "0.5", aliases: ["init_lr"],
      help: "first step size of gradient descent"),
    Option(
      "schedule", value: "HOW", default: "cosine", choices: Schedule.allCases.map(\.rawValue),
      help: "how the step size falls: not, or as half a cosine down to 0"),
    Option(
      "forget-bias", value: "B", default: "1",
      help: "added to the first biases of an LSTM's forget gate"),
    Option("seed", "s", value: "N", default: "0", help: "seed of weights and shuffling"),
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
  let trainingFile = try files.readTraining()
  let alphabet = Alphabet(of: trainingFile)
  let architecture = settings.architecture(alphabet)
  try settings.expectToFit(architecture)
  // All files are read now: what is wrong with one is better known before the training.
  let training = try files.read("train", for: alphabet, maxLength: settings.maxLength)
  let validation = try files.read("valid", for: alphabet, maxLength: settings.maxLength)
  let test = try files.read("test", for: alphabet, maxLength: settings.maxLength)
  try settings.results.prepare()

  var random = RandomState(seed: settings.seed)
  let network = try TitleNetwork(architecture, batch: settings.batch)
  try network.initialize(&random, forgetBias: settings.forgetBias)
  Interrupt.install()
  var monitor = TrainingMonitor(settings)
  let history = try network.train(
    training, validation: validation, epochs: settings.epochs, rate: settings.learningRate,
    schedule: settings.schedule, random: &random, shouldStop: { Interrupt.requested },
    report: { monitor.show($0) })
  monitor.end()

  let run = TrainedRun(
    settings: settings, history: history, alphabet: alphabet, network: network,
    validation: try network.evaluate(validation), test: try network.evaluate(test),
    testLabels: test.labels)
  try settings.results.write(run)
  if !settings.quiet { try Output.standard.write(run.report(TerminalCapabilities(.standard))) }
  guard Interrupt.requested else { return .success }
  try Output.standardError.write("entities: interrupted after epoch \(history.epochs.count)\n")
  return .interrupted
}
