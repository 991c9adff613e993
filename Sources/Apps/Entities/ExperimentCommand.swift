import Drawing
import Entities
import Formats
import Terminal

let experimentCommand = Command(
  "experiment",
  summary: "Measure how long an epoch of training takes, for both networks.",
  arguments: [
    Argument(
      "WHAT", choices: Experiment.allCases.map(\.rawValue),
      help: "N = 16, 32, 64 titles in a minibatch, or M = 10, 15, 20 characters")
  ],
  options: dataOptions + [
    Option("epochs", "e", value: "N", default: "15", help: "epochs timed, after one that is not"),
    Option("output", "o", value: "FILE.svg", help: "also draw the times into this file"),
  ],
  examples: ["entities experiment batch-size --output batch-size.svg"])

extension Experiment {
  /// What a table and an axis call its sizes.
  var label: String {
    self == .batchSize ? "N, titles in a minibatch" : "M, characters of a title"
  }
}

/// `entities experiment WHAT`: the training time per epoch of both networks, at three sizes.
func experiment(_ arguments: ParsedArguments) throws -> ExitCode {
  let what = Experiment(rawValue: try arguments.string("WHAT")) ?? .batchSize
  let epochs = try arguments.integer("epochs", in: 1...1_000_000)
  let drawing = arguments.optionalString("output")
  if let drawing { try expectReplaceable(drawing) }
  let dataset = try arguments.datasetName()
  let files = try DataFiles(dataset, folder: arguments.optionalString("data"))
  if let drawing { try expectNoneLost(of: files.paths, writing: drawing) }
  var times = try EpochTimes(what, files)
  try Output.standard.write(
    "\(dataset), \(times.titles) titles: training time per epoch, the median of \(epochs)\n")
  Interrupt.install()
  let measured = try times.measure(epochs: epochs)
  if measured > 0 {
    if let drawing {
      let plot = times.plot("\(dataset): training time, median of \(measured) epochs")
      try writeAtomically(Array(plot.svg.document.utf8), to: drawing)
    }
    let capabilities = TerminalCapabilities(.standard)
    let table = times.table.text(width: capabilities.width, style: Style(capabilities))
    try Output.standard.write("\n\(table)")
  }
  guard Interrupt.requested else { return .success }
  try Output.standardError.write("entities: interrupted after epoch \(measured)\n")
  return .interrupted
}
