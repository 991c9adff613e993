import CLibrary
import Formats
import GradientCheck
import Terminal

private let seed = Option.seed(help: "seed of the random points")
private let reportFile = Option(
  "report", as: .outputFile, value: "FILE",
  help: "also write a page that draws derivatives: by backward, by differences, and where they part"
)
private let here = Option(
  flag: "here", help: "check in this process and print JSON: shows where a layer traps")

/// `ocr check [LAYER…]`, for these layers.
func checkCommand(_ checks: [LayerCheck]) -> Command {
  let layers = Argument(
    "LAYER", repeated: .choice(checks.map(\.name)), help: "what to check, or all")
  return Command(
    "check", summary: "Check every layer and the network, their gradients by finite differences.",
    arguments: [layers], options: [seed, reportFile, here],
    examples: ["ocr check", "ocr check Softmax Network", "ocr check Softmax --report check.html"]
  ) { arguments in
    let names = arguments[layers]
    return try check(checks.filter { names.isEmpty || names.contains($0.name) }, arguments)
  }
}

/// A layer that takes longer will not end.
private let timeLimit = 20

/// For each layer a verdict, what is wrong in words, and the derivative that
/// differs most. Each is checked in a process of its own, so that a trap or an endless loop hides
/// nothing of the others.
private func check(_ layers: [LayerCheck], _ arguments: ParsedArguments) throws -> ExitCode {
  if arguments[here] {
    try layers.forEach { try checkHere($0, arguments) }
    return .success
  }
  let file = try arguments[reportFile].map { path throws(FileError) in try ResultFile(path) }
  let terminal = TerminalCapabilities(.standard)
  var page = CheckPage(seed: arguments[seed])
  for layer in layers {
    // The name first, since what follows may take a while.
    let name = layer.name.padded(20)
    try Output.standard.write(name)
    let (checked, printed) = checkInChild(layer.name, arguments)
    page.add(checked, of: layer.name)
    if !printed.isEmpty { try Output.standard.write("\n\(printed)\n\(name)") }
    try Output.standard.write(checked.lines(after: name, on: terminal))
  }
  if let file {
    try file.write(page.text)
    try Output.standard.write("the check's page is \(file.path.printable)\n")
  }
  return page.passed ? .success : .failure
}

/// Checks a layer in this process.
private func checkHere(_ layer: LayerCheck, _ arguments: ParsedArguments) throws {
  // It ends by itself should the parent be gone.
  alarm(UInt32(timeLimit + 5))
  printLineByLine()
  let checked = CheckedLayer(
    layer.run(arguments[seed]), isDrawn: arguments[reportFile] != nil)
  fflush(nil)  // What the layer printed comes first.
  try Output.standard.write("\n\(checked.text)\n")
}

/// Checks a layer in another process.
/// - Returns: what is to be told, and what the layer itself printed.
private func checkInChild(
  _ name: String, _ arguments: ParsedArguments
) -> (CheckedLayer, printed: String) {
  let drawn = arguments[reportFile].map { ["--report", $0] } ?? []
  let run = ChildProcess.run(
    [Program.path, "check", name, "--seed", "\(arguments[seed])", "--here"] + drawn,
    variables: [Trap.backtrace], timeLimit: Double(timeLimit))
  let lines = run.output.split(separator: UInt8(ascii: "\n"))
  if run.ending == .exited(0), let last = lines.last, let checked = CheckedLayer(last) {
    return (checked, text(lines.dropLast()))
  }
  return (CheckedLayer(run, timeLimit: timeLimit), text(lines))
}

private func text(_ lines: some Collection<ArraySlice<UInt8>>) -> String {
  lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
}
