import GradientCheck
import Network
import Terminal

private let layers = Argument(
  "LAYER", repeated: .choice(LayerCheck.all().map(\.name)), help: "what to check, or all")
private let seed = Option.seed(help: "seed of the random points")

let checkCommand = Command(
  "check", summary: "Check every layer's gradients, and the network's, by finite differences.",
  arguments: [layers], options: [seed], examples: ["ocr check", "ocr check Softmax Network"],
  run: check)

/// `ocr check [LAYER…]`: one line per layer, and the derivative that differs most.
private func check(_ arguments: ParsedArguments) throws -> ExitCode {
  let names = arguments[layers]
  let terminal = TerminalCapabilities(.standard)
  var code = ExitCode.success
  for layer in LayerCheck.all() where names.isEmpty || names.contains(layer.name) {
    // The name first: a layer that traps or never ends is then known by it.
    try Output.standard.write(layer.name.padded(20))
    let report = layer.run(arguments[seed])
    if !report.passed { code = .failure }
    try Output.standard.write(report.lines(on: terminal))
  }
  return code
}

extension GradientReport {
  fileprivate func lines(on terminal: TerminalCapabilities) -> String {
    let verdict = terminal.paint(passed ? "pass" : "FAIL", passed ? .green : .red)
    if let failure { return "\(verdict)  \(failure)\n" }
    guard let worst else { return verdict + "\n" }
    return """
      \(verdict)  error \(scientific(error)), at most \(scientific(tolerance)); \
      \(comparisons) derivatives
        worst \(worst.derivative.padded(18)) backward    \(worst.analytic)
              \("".padded(18)) differences \(worst.numeric)

      """
  }
}
