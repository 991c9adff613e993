import Formats
import Learning
import Network
import Terminal

private let csvFile = Argument(
  "CSV", as: .input, help: "letters, with or without a label column; - is standard input")
private let asCSV = Option(
  flag: "csv", help: "as CSV: row,read,probability and, of labels, true,right")

let predictCommand = Command(
  "predict", summary: "Print the letter that a network reads in each row, and its probability.",
  arguments: [modelArgument, csvFile], options: [asCSV],
  examples: [
    "ocr predict runs/small/model.safetensors handout-data/smallTest.csv",
    "head -3 letters.csv | ocr predict runs/small/model.safetensors -",
  ], run: predict)

private func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let model = try Model(arguments[modelArgument], beside: arguments[csvFile])
  let csv = try LetterCSV.read(
    arguments[csvFile], as: .pixels(model.network.inputs), classes: model.labels.all.count)
  let probabilities = try model.network.probabilities(csv.images)
  let read = probabilities.argmaxOfRows
  let readings = Readings(
    names: model.labels, truth: csv.labels, read: read,
    probabilities: read.enumerated().map { probabilities[$0, $1] })
  try Output.standard.write(
    arguments[asCSV] ? readings.csv : readings.table.text(on: TerminalCapabilities(.standard)))
  try Output.standardError.write(readings.summary + "\n")
  return .success
}

/// What was read in each row.
private struct Readings {
  let names: LabelNames
  /// The labels that the file has.
  let truth: [Int]?
  /// The likeliest label of each row, and its probability.
  let read: [Int]
  let probabilities: [Double]

  var table: Table {
    var table = Table(["row", "read", "probability"] + (truth == nil ? [] : ["true", ""]))
    for (i, label) in read.enumerated() {
      let verdict = truth.map { [names[$0[i]], $0[i] == label ? "right" : "wrong"] } ?? []
      table.add(["\(i + 1)", names[label], fixed(probabilities[i], 6)] + verdict)
    }
    return table
  }

  /// Probabilities in full; 1 for right and 0 for wrong.
  var csv: String {
    let rows = read.enumerated().map { i, label in
      let verdict = truth.map { [names[$0[i]], $0[i] == label ? "1" : "0"] } ?? []
      return csvLine(["\(i + 1)", names[label], "\(probabilities[i])"] + verdict)
    }
    return "row,read,probability\(truth == nil ? "" : ",true,right")\n" + rows.joined()
  }

  var summary: String {
    let count = read.count
    let letters = "\(count) \(count == 1 ? String(names.images.dropLast()) : names.images)"
    guard let truth else { return letters }
    let right = zip(read, truth).count { $0 == $1 }
    return "\(letters), \(right) right: error rate "
      + percent(Double(count - right) / Double(count))
  }
}
