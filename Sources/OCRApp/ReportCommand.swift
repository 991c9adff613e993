import Formats
import Learning
import Network
import Report
import Terminal

private let what = Argument(
  "WHAT", repeated: .input,
  help: "a model and a CSV file of labelled letters, or folders that ocr train wrote")
private let outputFile = Option(
  "output", "o", as: .outputFile, default: "report.html", value: "FILE", help: "the page")

let reportCommand = Command(
  "report",
  summary:
    "Write a page on which a net is seen to read letters and to learn, or several runs compared.",
  arguments: [what], options: [outputFile],
  examples: [
    "ocr report runs/small/model.safetensors handout-data/largeTest.csv",
    "ocr report runs/small runs/large --output compared.html",
  ],
  run: report)

/// `ocr report MODEL CSV`, `ocr report RUN` or `ocr report RUN RUN…`: one file of HTML.
private func report(_ arguments: ParsedArguments) throws -> ExitCode {
  let paths = arguments[what]
  let page: Page
  let output: ResultFile
  if paths.contains(where: isFolder) {
    let runs = try paths.map { try WrittenRun($0) }
    output = try ResultFile(arguments[outputFile], from: runs.flatMap(\.files))
    page = try runs.count == 1 ? runs[0].report().page : comparison(runs)
  } else {
    guard paths.count == 2 else {
      throw UsageError("report takes MODEL CSV, or folders that ocr train wrote")
    }
    output = try ResultFile(arguments[outputFile], from: paths)
    page = try LetterReport(model: paths[0], csv: paths[1]).page
  }
  try output.write(page.text)
  try Output.standard.write("the page is \(output.path.printable)\n")
  return .success
}

extension LetterReport {
  /// The page about a network in a file and letters in another.
  fileprivate init(model path: String, csv: String) throws {
    let model = try Model(path, beside: csv)
    let letters = try DataSet.letters(
      csv, pixels: model.network.inputs, classes: model.labels.all.count)
    self.init(
      title: path, names: model.labels, network: model.network, settings: model.settings,
      sets: [ReportedLetters(name: "measured", path: csv, letters: letters)],
      measured: ReadSet(try model.network.evaluate(letters)), record: nil)
  }
}
