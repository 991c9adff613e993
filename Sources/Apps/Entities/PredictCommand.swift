import Entities
import Terminal

private let firstTitle = Argument("TITLE", as: .text, help: "a name in plain text")
private let moreTitles = Argument("MORE", repeated: .text, help: "more names")

let predictCommand = Command(
  "predict", summary: "Print what kind of thing each name is, and how probable that is.",
  arguments: [modelArgument, firstTitle, moreTitles],
  examples: [#"entities predict runs/tiny-lstm.safetensors "Marie Curie" Timbuktu"#], run: predict)

/// `entities predict MODEL TITLE…`: a class, its probability and the title a line.
private func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let titles = [arguments[firstTitle]] + arguments[moreTitles]
  if titles.contains("") { throw UsageError("a TITLE is empty") }
  let model = try TitleModel(contentsOf: arguments[modelArgument])
  let probabilities = try model.probabilities(of: titles)
  guard probabilities.isFinite else { throw AnswerError() }
  let classes = model.classes.map(\.printable)
  let columns = classes.map(\.displayWidth).max() ?? 0
  let terminal = TerminalCapabilities(.standard)
  let lines = titles.enumerated().map { i, title in
    let best = probabilities.argmax(ofRow: i)
    let line =
      "\(classes[best].padded(columns))  \(fixed(probabilities[i, best], 4))  \(title.printable)"
    // The title last, so that it need not be cut for a pipe.
    return (terminal.isTerminal ? line.fitting(terminal.width) : line) + "\n"
  }
  try Output.standard.write(lines.joined())
  return .success
}
