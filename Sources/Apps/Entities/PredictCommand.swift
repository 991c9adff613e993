import Entities
import Formats
import Layers
import Terminal

private let firstTitle = Argument(
  "TITLE", as: .textOrInput, help: "a name; - is stdin, with one a line")
private let moreTitles = Argument("MORE", repeated: .textOrInput, help: "more names")
private let asCSV = Option(
  flag: "csv", help: "as CSV: row,told,probability,title and, of labels, true,right")

let predictCommand = Command(
  "predict", summary: "Print what kind of thing each name is, and how probable that is.",
  arguments: [modelArgument, firstTitle, moreTitles], options: [asCSV],
  examples: [
    #"entities predict runs/tiny-lstm.safetensors "Marie Curie" Timbuktu"#,
    "head -3 titles.txt | entities predict runs/tiny-lstm.safetensors -",
  ], run: predict)

/// `entities predict MODEL TITLE…`: a class, its probability and the title a line.
private func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let titles = try titles([arguments[firstTitle]] + arguments[moreTitles])
  let model = try TitleModel(contentsOf: arguments[modelArgument])
  try expectMemory(
    Double(titles.count) * bytesOfRow(model.classes.count),
    for: "\(counted(titles.count, "title")) of \(counted(model.classes.count, "label"))")
  let probabilities = try model.probabilities(of: titles.map(\.title))
  guard probabilities.isFinite else { throw AnswerError() }
  let answers = Answers(titles: titles, model: model, probabilities: probabilities)
  try Output.standard.write(
    arguments[asCSV] ? answers.csv : answers.text(on: TerminalCapabilities(.standard)))
  if let summary = answers.summary { try Output.standardError.write(summary + "\n") }
  return .success
}

/// The titles that words stand for, without labels; for `-`, those of standard input.
private func titles(_ words: [String]) throws -> [(title: String, label: String?)] {
  try words.flatMap { word in
    if word == "-" {
      let list = try TitleList.read(word)
      return zip(list.titles, list.labels).map { ($0, $1) }
    }
    let title = TitleTSV.title(typed: word)
    if title.isEmpty { throw UsageError("a TITLE is empty") }
    return [(title, nil)]
  }
}
