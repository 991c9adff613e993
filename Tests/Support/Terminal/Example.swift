import Terminal

/// A program with one of everything, for the tests of parser and help.
let example = Program(
  "ocr", version: "1.2", summary: "Learns to read letters.",
  commands: [
    Command(
      "train", summary: "Train a network.",
      arguments: [
        Argument("SIZE", choices: ["small", "medium", "large"], help: "which data set")
      ],
      options: [
        Option("hidden", value: "NUMBER", default: "50", help: "hidden units"),
        Option("epochs", "e", value: "NUMBER", default: "100", help: "passes over the data"),
        Option(
          "learning-rate", "r", value: "NUMBER", default: "0.01", aliases: ["learning_rate"],
          help: "step of the descent"),
        Option(
          "init", "i", value: "KIND", default: "random", choices: ["random", "zero"],
          help: "how the weights begin"),
        Option("output", "o", value: "DIR", help: "directory for the results"),
        .flag("quiet", "q", help: "print only the result"),
        .flag("verbose", "v", help: "print more than anybody would ever want to read about it"),
      ],
      examples: ["ocr train small"]),
    Command(
      "show", summary: "Draw letters.",
      arguments: [
        Argument("CSV", help: "the letters"), Argument("COPY", .optional, help: "another file"),
      ]),
    Command(
      "check", summary: "Check gradients.",
      arguments: [Argument("LAYER", .repeated, choices: ["linear", "sigmoid"], help: "layers")]),
  ])

/// The one line that a command line is refused with, or nil if it is understood.
func refusal(_ words: [String]) -> String? {
  do {
    _ = try example.parse(words)
    return nil
  } catch {
    return error.description
  }
}

/// The parsed arguments of a command line, words separated by spaces.
func parsed(_ line: String) throws -> ParsedArguments? {
  guard case .run(_, let arguments) = try example.parse(line.split(separator: " ").map(String.init))
  else { return nil }
  return arguments
}

/// `text` without colours; only the sequence that clears a line is kept.
func plain(_ text: String) -> String {
  var parts = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
  let first = parts.removeFirst()
  return parts.reduce(String(first)) { result, part in
    result + (part.first == "K" ? "\u{1B}[" + part : part.drop { $0 != "m" }.dropFirst())
  }
}
