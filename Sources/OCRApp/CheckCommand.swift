import CLibrary
import GradientCheck
import Network
import Terminal

private let layers = Argument(
  "LAYER", repeated: .choice(LayerCheck.all().map(\.name)), help: "what to check, or all")
private let seed = Option.seed(help: "seed of the random points")
private let here = Option(
  flag: "here", help: "check in this process and print JSON: shows where a layer traps")

let checkCommand = Command(
  "check", summary: "Check every layer and the network, their gradients by finite differences.",
  arguments: [layers], options: [seed, here], examples: ["ocr check", "ocr check Softmax Network"],
  run: check)

/// A layer that takes longer will not end.
private let timeLimit = 20

/// `ocr check [LAYER…]`: for each layer a verdict, what is wrong in words, and the derivative that
/// differs most. Each is checked in a process of its own, so that a trap or an endless loop hides
/// nothing of the others.
private func check(_ arguments: ParsedArguments) throws -> ExitCode {
  let names = arguments[layers]
  let terminal = TerminalCapabilities(.standard)
  var code = ExitCode.success
  for layer in LayerCheck.all() where names.isEmpty || names.contains(layer.name) {
    if arguments[here] {
      // It ends by itself should the parent be gone.
      alarm(UInt32(timeLimit + 5))
      printLineByLine()
      let checked = CheckedLayer(layer.run(arguments[seed]))
      fflush(nil)  // What the layer printed comes first.
      try Output.standard.write("\n\(checked.text)\n")
      continue
    }
    // The name first, since what follows may take a while.
    let name = layer.name.padded(20)
    try Output.standard.write(name)
    let (checked, printed) = checkInChild(layer.name, seed: arguments[seed])
    if !checked.passed { code = .failure }
    if !printed.isEmpty { try Output.standard.write("\n\(printed)\n\(name)") }
    try Output.standard.write(checked.lines(after: name, on: terminal))
  }
  return code
}

/// Checks a layer in another process.
/// - Returns: what is to be told, and what the layer itself printed.
private func checkInChild(_ name: String, seed: UInt32) -> (CheckedLayer, printed: String) {
  let run = ChildProcess.run(
    [Program.path, "check", name, "--seed", "\(seed)", "--here"], variables: [Trap.backtrace],
    timeLimit: Double(timeLimit))
  let lines = run.output.split(separator: UInt8(ascii: "\n"))
  if run.ending == .exited(0), let last = lines.last, let checked = CheckedLayer(last) {
    return (checked, text(lines.dropLast()))
  }
  return (CheckedLayer(run, timeLimit: timeLimit), text(lines))
}

private func text(_ lines: some Collection<ArraySlice<UInt8>>) -> String {
  lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
}
