import Entities
import Terminal

let predictCommand = Command(
  "predict", summary: "Print what kind of thing each name is, and how probable that is.",
  arguments: [
    modelArgument, Argument("TITLE", help: "a name in plain text"),
    Argument("MORE", .repeated, help: "more names"),
  ],
  examples: [#"entities predict runs/tiny-lstm.safetensors "Marie Curie" Timbuktu"#])

/// `entities predict MODEL TITLE…`: a class, its probability and the title a line.
func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let titles = [try arguments.string("TITLE")] + arguments.strings("MORE")
  if titles.contains("") { throw UsageError("a TITLE is empty") }
  let model = try TitleModel.read(try arguments.string("MODEL"))
  let probabilities = try model.probabilities(of: titles)
  guard probabilities.isFinite else { throw AnswerError() }
  let classes = model.classes.map(\.printable)
  let columns = classes.map(\.displayWidth).max() ?? 0
  let capabilities = TerminalCapabilities(.standard)
  var output = BufferedOutput(.standard)
  for (i, title) in titles.enumerated() {
    let best = probabilities.argmax(ofRow: i)
    let line =
      "\(classes[best].padded(columns))  \(fixed(probabilities[i, best], 4))  \(title.printable)"
    // The title last, so that it need not be cut for a pipe.
    try output.write((capabilities.isTerminal ? line.fitting(capabilities.width) : line) + "\n")
  }
  try output.flush()
  return .success
}
