import Formats
import Learning
import Network
import Terminal

private let size = Argument(
  "SIZE", as: .dataSet(among: LetterSets.own),
  help: "the set to train on, or the NAME of a file NAMETrain.csv in --data, or a path of NAME")
private let dataFolder = Option(
  "data", "d", as: .folder, value: "DIR", help: "folder of the CSV files (default: the package's)")
private let hidden = Option(
  "hidden", "H", as: .integer(1...100_000), default: 50, value: "UNITS",
  aliases: ["hidden-units", "num-hid"], help: "number of hidden units")
private let epochs = Option.epochs(default: 100, help: "passes over the training set")
private let rate = Option(
  "learning-rate", "l", as: .positive, default: 0.01, value: "RATE",
  help: "step size of gradient descent")
private let start = Option(
  "init", "i", as: .choice(["random", "zero"], others: ["1": "random", "2": "zero"]),
  default: "random", aliases: ["init-flag"],
  help: "first weights: U[-0.1, 0.1] or 0")
private let seed = Option.seed(help: "seed of the random weights")
private let labelNames = Option(
  "letters", as: .text(LabelNames.kind) { LabelNames($0) != nil },
  value: "LETTERS",
  help: "what the labels stand for (default: what letters.txt says beside the data, or 0 to 9)")
private let asWritten = Option(
  flag: "as-written", help: "run each layer as its file has it: no quicker twin, nothing fused")
private let outputFolder = Option(
  "output", "o", as: .folder, value: "DIR", help: "folder for the results (default: runs/SIZE)")
private let noReport = Option(
  flag: "no-report", help: "do not write the page report.html, and remove an older run's")
private let quiet = Option.quiet

let trainCommand = Command(
  "train",
  summary: "Train a network on a set of letters, report on it and write it to a folder.",
  arguments: [size],
  options: [
    dataFolder, labelNames, hidden, epochs, rate, start, seed, asWritten, outputFolder, noReport,
    quiet,
  ],
  examples: ["ocr train small", "ocr train large --hidden 200 --epochs 30 --output runs/wide"],
  run: train)

private func train(_ arguments: ParsedArguments) throws -> ExitCode {
  let place = SetPath(arguments[size])
  let data = try LetterSets(
    place, folder: arguments[dataFolder],
    names: arguments[labelNames].flatMap { LabelNames($0) })
  let network = try network(arguments, for: data)
  // Before the files are there, which whoever interrupts would leave behind; until here a signal ends
  // the program at once.
  Interrupt.install()
  let output = try RunFolder(
    arguments[outputFolder] ?? "runs/\(place.name)", hasModel: true, from: data.paths)
  if !arguments[quiet] { try data.report() }
  let run = try network.train(
    data, epochs: arguments[epochs], rate: arguments[rate], settings: settings(arguments),
    quiet: arguments[quiet])
  let model = network.checkpoint(metadata: run.metadata)
  var record = RunRecord(run, command: words(arguments, output), data, model)
  let report = LetterReport(
    record, in: output.path, names: data.names, network: network, training: data.training,
    validation: data.validation, measured: run.validation)
  try output.write(
    run, model: model.bytes, page: arguments[noReport] ? nil : report.page.text
  ) { files in
    record.files = files
    return record.text
  }
  if !arguments[quiet] {
    try Output.standard.write(run.report(output, on: TerminalCapabilities(.standard)))
    try run.verdict?.warn("ocr")
  }
  return try Interrupt.exitCode(afterEpoch: run.history.count)
}

/// The network before its first step.
private func network(_ arguments: ParsedArguments, for data: LetterSets) throws -> Network {
  let (inputs, hidden, classes) = (
    data.training.x.columns, arguments[hidden], data.names.all.count
  )
  try Network.expectMemory(inputs: inputs, hidden: hidden, classes: classes)
  let network = try Network(
    inputs: inputs, hidden: hidden, classes: classes,
    arguments[asWritten] ? .asWritten : NetworkModules())
  try network.initialize(
    arguments[start] == "zero" ? .zero : .random(seed: arguments[seed]))
  return network
}

extension ReadSet {
  init(_ evaluation: Evaluation) {
    self.init(
      loss: evaluation.loss, labels: evaluation.labels, confusions: evaluation.confusions)
  }
}

extension TrainedRun {
  /// What the model's file says beside the parameters.
  fileprivate var metadata: [(name: String, value: String)] {
    settings + [("epochs_trained", "\(history.count)"), (LabelNames.mark, names.all.joined())]
  }
}

extension LetterSets {
  /// Says what was read.
  func report() throws(OutputError) {
    let lines = summary.wrapped(TerminalCapabilities(.standard).width)
    try Output.standard.write(lines.map { $0 + "\n" }.joined() + "\n")
  }
}

extension Network {
  /// Makes sure that a network can be had: its parameters, a copy to be measured, and at the end what is
  /// written of them, in the model and in the page.
  static func expectMemory(inputs: Int, hidden: Int, classes: Int) throws(UsageError) {
    try Terminal.expectMemory(
      8 * Double(hidden) * (bytesOfRow(inputs + 1) + bytesOfRow(classes)),
      for: "\(counted(hidden, "hidden unit")) for \(counted(inputs, "pixel")) and "
        + "\(classes) classes")
  }

  /// Trains, and shows the losses after each epoch.
  /// - Throws: `UntrainedRun` when a signal came before one was whole.
  func train(
    _ data: LetterSets, epochs: Int, rate: Double, settings: [(name: String, value: String)] = [],
    quiet: Bool = false
  ) throws -> TrainedRun {
    var monitor = TrainingMonitor(epochs: epochs, quiet: quiet, linesBesideBar: false)
    defer { monitor.clear() }
    let (history, read) = try train(
      data.training, validation: data.validation, epochs: epochs, rate: rate
    ) { losses in
      try? monitor.show(
        epoch: losses.epoch, trainLoss: losses.training, validationLoss: losses.validation,
        ["train": lossText(losses.training), "validation": lossText(losses.validation)])
    } isInterrupted: {
      Interrupt.requested
    }
    try Interrupt.expectResult(ofEpochs: history.count)
    return TrainedRun(
      settings: settings, names: data.names, history: history,
      training: ReadSet(try read?.training ?? evaluate(data.training)),
      validation: ReadSet(try read?.validation ?? evaluate(data.validation)))
  }
}

private func settings(_ arguments: ParsedArguments) -> [(name: String, value: String)] {
  [
    ("size", SetPath(arguments[size]).name), ("hidden", "\(arguments[hidden])"),
    ("epochs", "\(arguments[epochs])"), ("learning_rate", "\(arguments[rate])"),
    ("init", arguments[start]),
  ] + (arguments[start] == "zero" ? [] : [("seed", "\(arguments[seed])")])
    + (arguments[asWritten] ? [("as_written", "true")] : [])
}

/// The words of the command line that repeats the run, with every setting.
private func words(_ arguments: ParsedArguments, _ output: RunFolder) -> [String] {
  func option(_ name: String, _ value: String?) -> [String] {
    guard let value else { return [] }
    // Behind a name, a word that begins so would be taken for another.
    return value.utf8.starts(with: "--".utf8) ? ["--\(name)=\(value)"] : ["--\(name)", value]
  }
  let size = arguments[size]
  let options =
    option("data", arguments[dataFolder]) + option("letters", arguments[labelNames])
    + option("hidden", "\(arguments[hidden])") + option("epochs", "\(arguments[epochs])")
    + option("learning-rate", "\(arguments[rate])") + option("init", arguments[start])
    + (arguments[start] == "zero" ? [] : option("seed", "\(arguments[seed])"))
    + (arguments[asWritten] ? ["--as-written"] : []) + option("output", output.path)
  return ["ocr", "train"]
    + (size.utf8.starts(with: "-".utf8) ? options + ["--", size] : [size] + options)
}
