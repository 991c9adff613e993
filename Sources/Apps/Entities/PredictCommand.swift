import Entities
import Formats
import Terminal

private let firstTitle = Argument(
  "TITLE", as: .input, help: "a name; - is stdin, with one a line")
private let moreTitles = Argument("MORE", repeated: .input, help: "more names")

let predictCommand = Command(
  "predict", summary: "Print what kind of thing each name is, and how probable that is.",
  arguments: [modelArgument, firstTitle, moreTitles],
  examples: [
    #"entities predict runs/tiny-lstm.safetensors "Marie Curie" Timbuktu"#,
    "head -3 titles.txt | entities predict runs/tiny-lstm.safetensors -",
  ], run: predict)

/// `entities predict MODEL TITLE…`: a class, its probability and the title a line.
private func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let titles = try titles([arguments[firstTitle]] + arguments[moreTitles])
  let model = try TitleModel(contentsOf: arguments[modelArgument])
  let probabilities = try model.probabilities(of: titles)
  guard probabilities.isFinite else { throw AnswerError() }
  let classes = model.classes.map(\.printable)
  let columns = classes.map(\.displayWidth).max() ?? 0
  let terminal = TerminalCapabilities(.standard)
  let lines = titles.enumerated().map { i, title in
    let best = probabilities.argmax(ofRow: i)
    let answer = "\(classes[best].padded(columns))  \(fixed(probabilities[i, best], 4))  "
    let mark = model.isMostlyUnknown(title) ? "  (most letters unknown)" : ""
    // The title behind the answer, so that it need not be cut for a pipe; on a narrow terminal the
    // line is wrapped rather than without a title.
    let room = max(8, terminal.width - answer.displayWidth - mark.displayWidth)
    return answer + (terminal.isTerminal ? title.printable.fitting(room) : title.printable) + mark
      + "\n"
  }
  try Output.standard.write(lines.joined())
  return .success
}

/// The titles that words stand for; for `-`, those of standard input.
private func titles(_ words: [String]) throws -> [String] {
  try words.flatMap { word in
    if word == "-" { return try TitleList.read(word).titles }
    let title = TitleTSV.title(typed: word)
    if title.isEmpty { throw UsageError("a TITLE is empty") }
    return [title]
  }
}
