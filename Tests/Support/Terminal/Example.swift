import Terminal

let size = Argument("SIZE", as: .choice(["small", "medium", "large"]), help: "which data set")
let hidden = Option(
  "hidden", as: .integer(1...), default: 50, value: "NUMBER", help: "hidden units")
let epochs = Option(
  "epochs", "e", as: .integer(1...100), default: 100, value: "NUMBER", aliases: ["num-epochs"],
  help: "passes over the data")
let rate = Option(
  "learning-rate", "r", as: .number(0...100), default: 0.01, value: "NUMBER",
  help: "step of the descent")
let start = Option<Start>(
  "init", "i", as: .choice, default: .random, help: "how the weights begin")
let output = Option("output", "o", as: .text, value: "DIR", help: "directory for the results")
let quiet = Option(flag: "quiet", "q", help: "print only the result")
let verbose = Option(
  flag: "verbose", "v", help: "print more than anybody would ever want to read about it")
let csv = Argument("CSV", as: .text, help: "the letters")
let layers = Argument("LAYER", repeated: .choice(["linear", "sigmoid"]), help: "layers")

enum Start: String, CaseIterable { case random, zero }

/// A program with one of everything, for the tests of parser and help.
let example = Program(
  "ocr", version: "1.2", summary: "Learns to read letters.",
  commands: [
    command(
      "train", summary: "Train a network.", arguments: [size],
      options: [hidden, epochs, rate, start, output, quiet, verbose],
      examples: ["ocr train small"]),
    command("show", summary: "Draw letters.", arguments: [csv]),
    command("check", summary: "Check gradients.", arguments: [layers]),
  ])

/// A command that is not carried out.
func command(
  _ name: String, summary: String = "Run.", arguments: [any Parameter] = [],
  options: [any Parameter] = [], examples: [String] = []
) -> Command {
  Command(
    name, summary: summary, arguments: arguments, options: options, examples: examples
  ) { _ in .success }
}
