import Formats
import Learning
import Network
import Report
import Terminal

private let csvFile = Argument("CSV", as: .input, help: "labelled letters; - is standard input")
private let outputFile = Option(
  "output", "o", as: .outputFile, default: "report.html", value: "FILE", help: "the page")

let reportCommand = Command(
  "report", summary: "Write a page on which a network is seen to read letters, and to learn.",
  arguments: [modelArgument, csvFile], options: [outputFile],
  examples: ["ocr report runs/small/model.safetensors handout-data/largeTest.csv"],
  run: report)

/// `ocr report MODEL CSV`: one file of HTML.
private func report(_ arguments: ParsedArguments) throws -> ExitCode {
  let (model, csv) = (arguments[modelArgument], arguments[csvFile])
  let file = try ResultFile(arguments[outputFile], from: [model, csv])
  let read = try Model(model, beside: csv)
  let letters = try DataSet.letters(
    csv, pixels: read.network.inputs, classes: read.labels.all.count)
  let report = LetterReport(
    title: model, names: read.labels, network: read.network,
    sets: [NamedLetters(name: "letters", letters: letters)])
  try file.write(report.page.text)
  return .success
}
