import GradientCheck
import Network
import Terminal

let checkCommand = Command(
  "check", summary: "Check every layer's gradients, and the network's, by finite differences.",
  arguments: [
    Argument(
      "LAYER", .repeated, choices: LayerCheck.all().map(\.name), help: "what to check, or all")
  ],
  options: [
    Option("seed", "s", value: "N", default: "0", help: "seed of the random points")
  ],
  examples: ["ocr check", "ocr check Softmax Network"])

/// `ocr check [LAYER…]`: one line per layer, and the derivative that differs most.
func check(_ arguments: ParsedArguments) throws -> ExitCode {
  let names = arguments.strings("LAYER")
  let seed = UInt32(try arguments.integer("seed", in: 0...Int(UInt32.max)))
  let style = Style(TerminalCapabilities(.standard))
  var code = ExitCode.success
  for layer in LayerCheck.all() where names.isEmpty || names.contains(layer.name) {
    // The name first: a layer that traps or never ends is then known by it.
    try Output.standard.write(layer.name.padded(20))
    let report = layer.run(seed)
    if !report.passed { code = .failure }
    try Output.standard.write(report.lines(style))
  }
  return code
}

extension GradientReport {
  fileprivate func lines(_ style: Style) -> String {
    let verdict = passed ? style.paint("pass", .green) : style.paint("FAIL", .red)
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
