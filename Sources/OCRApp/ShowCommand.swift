import Formats
import Terminal

/// Images are drawn as letters of 16 rows of 8 pixels.
private let imageRows = 16
private let imageColumns = 8

let showCommand = Command(
  "show", summary: "Draw the letters of a CSV file in the terminal.",
  arguments: [Argument("CSV", help: "16×8 letters, with or without labels; - is standard input")],
  options: [
    Option("row", "r", value: "N", default: "1", help: "first row to draw, counted from 1"),
    Option("count", "n", value: "N", default: "8", help: "how many rows to draw"),
  ],
  examples: ["ocr show handout-data/smallTrain.csv --row 17 --count 4"])

/// `ocr show CSV`: draws letters side by side, each over its row and label.
func show(_ arguments: ParsedArguments) throws -> ExitCode {
  let path = try arguments.string("CSV")
  let first = try arguments.integer("row", in: 1 ... .max)
  let count = try arguments.integer("count", in: 1...1_000_000)
  let csv = try LetterCSV.read(path, as: .pixels(imageRows * imageColumns))
  guard first <= csv.rows else {
    throw FileError(.data, path: path, "has \(csv.rows) rows, so there is no row \(first)")
  }
  let capabilities = TerminalCapabilities(.standard)
  let images = (first - 1..<min(first - 1 + count, csv.rows)).map { csv.drawing($0) }
  try Output.standard.write(
    pixelArt(images, width: capabilities.width, style: Style(capabilities)))
  return .success
}

extension LetterCSV {
  fileprivate func drawing(_ row: Int) -> GreyImage {
    let label = labels.map { " " + letters[$0[row]] } ?? ""
    return GreyImage(
      rows: imageRows, columns: imageColumns,
      pixels: Array(pixels[row * columns..<(row + 1) * columns]), caption: "\(row + 1)\(label)")
  }
}
