import Formats
import Terminal

/// Images are drawn as letters of 16 rows of 8 pixels.
private let imageRows = 16
private let imageColumns = 8

private let csvFile = Argument(
  "CSV", as: .input, help: "16×8 letters, with or without labels; - is standard input")
private let row = Option(
  "row", "r", as: .integer(1...), default: 1, value: "N", help: "first row to draw, counted from 1")
private let rowCount = Option(
  "count", "n", as: .integer(1...1_000_000), default: 8, value: "N", help: "how many rows to draw")

let showCommand = Command(
  "show", summary: "Draw the letters of a CSV file in the terminal.",
  arguments: [csvFile], options: [row, rowCount],
  examples: ["ocr show handout-data/smallTrain.csv --row 17 --count 4"], run: show)

/// `ocr show CSV`: draws letters side by side, each over its row and label.
private func show(_ arguments: ParsedArguments) throws -> ExitCode {
  let (path, first, count) = (arguments[csvFile], arguments[row], arguments[rowCount])
  let names = try LabelNames(beside: path)
  let csv = try LetterCSV.read(
    path, as: .pixels(imageRows * imageColumns), classes: names.all.count)
  guard first <= csv.rows else {
    throw FileError(.data, path: path, "has \(csv.rows) rows, so there is no row \(first)")
  }
  let images = (first - 1..<min(first - 1 + count, csv.rows)).map { csv.drawing($0, names) }
  try Output.standard.write(pixelArt(images, on: TerminalCapabilities(.standard)))
  return .success
}

extension LetterCSV {
  fileprivate func drawing(_ row: Int, _ names: LabelNames) -> GreyImage {
    let label = labels.map { " " + names[$0[row]] } ?? ""
    return GreyImage(
      rows: imageRows, columns: imageColumns,
      pixels: Array(pixels[row * columns..<(row + 1) * columns]), caption: "\(row + 1)\(label)")
  }
}
