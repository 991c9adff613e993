import CLibrary
import GradientCheck
import Terminal

private let seed = Option.seed(help: "seed of the random points")
private let here = Option(
  flag: "here", help: "check in this process and print JSON: shows where a layer traps")

/// `ocr check [LAYER…]`, for these layers.
func checkCommand(_ checks: [LayerCheck]) -> Command {
  let layers = Argument(
    "LAYER", repeated: .choice(checks.map(\.name)), help: "what to check, or all")
  return Command(
    "check", summary: "Check every layer and the network, their gradients by finite differences.",
    arguments: [layers], options: [seed, here],
    examples: ["ocr check", "ocr check Softmax Network"]
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
  let terminal = TerminalCapabilities(.standard)
  var code = ExitCode.success
  for layer in layers {
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
