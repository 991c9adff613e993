import Formats
import Learning
import Network
import Terminal

private let csvFile = Argument(
  "CSV", as: .input, help: "letters, with or without a label column; - is standard input")

let predictCommand = Command(
  "predict", summary: "Print the letter that a network reads in each row, and its probability.",
  arguments: [modelArgument, csvFile],
  examples: [
    "ocr predict runs/small/model.safetensors handout-data/smallTest.csv",
    "head -3 letters.csv | ocr predict runs/small/model.safetensors -",
  ], run: predict)

private func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let network = try Network(contentsOf: arguments[modelArgument], classes: letters.count)
  let csv = try LetterCSV.read(arguments[csvFile], as: .pixels(network.inputs))
  let probabilities = try network.probabilities(csv.images)
  let lines = (0..<probabilities.rows).map { i in
    let label = probabilities.argmax(ofRow: i)
    return "\(letters[label]) \(fixed(probabilities[i, label], 6))\n"
  }
  try Output.standard.write(lines.joined())
  return .success
}
