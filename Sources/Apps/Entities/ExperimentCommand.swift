import Drawing
import Entities
import Formats
import Terminal

private let what = Argument<Experiment>(
  "WHAT", as: .choice,
  help: "N = 16, 32, 64 titles in a minibatch, or M = 10, 15, 20 characters")
private let epochs = Option.epochs(
  default: 15, 1...1_000_000, help: "epochs timed, after one that is not")
private let output = Option(
  "output", "o", as: .outputFile, value: "FILE.svg", help: "also draw the times into this file")

let experimentCommand = Command(
  "experiment",
  summary: "Measure how long an epoch of training takes, for both networks.",
  arguments: [what], options: [dataFolder, dataset, epochs, output],
  examples: ["entities experiment batch-size --output batch-size.svg"], run: experiment)

extension Experiment {
  /// What a table and an axis call its sizes.
  var label: String {
    self == .batchSize ? "N, titles in a minibatch" : "M, characters of a title"
  }
}

/// `entities experiment WHAT`: the training time per epoch of both networks, at three sizes.
private func experiment(_ arguments: ParsedArguments) throws -> ExitCode {
  let epochs = arguments[epochs]
  let files = try DataFiles(arguments)
  let name = files.name
  var times = try EpochTimes(arguments[what], files)
  Interrupt.install()
  let drawing = try arguments[output].map { try ResultFile($0, from: files.paths) }
  try Output.standard.write(
    "\(name.printable), \(times.titles) titles: training time per epoch, the median of \(epochs)"
      + sourceText(files.foundFolder) + "\n")
  let measured = try times.measure(epochs: epochs)
  if measured > 0 {
    if let drawing {
      let plot = times.plot("\(name): training time, median of \(measured) epochs")
      try drawing.write(plot.svg.document)
    }
    try Output.standard.write("\n" + times.table.text(on: TerminalCapabilities(.standard)))
  }
  return try Interrupt.exitCode(afterEpoch: measured)
}
