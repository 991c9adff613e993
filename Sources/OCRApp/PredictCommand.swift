import Formats
import Learning
import Network
import Terminal

let predictCommand = Command(
  "predict", summary: "Print the letter that a network reads in each row, and its probability.",
  arguments: [
    Argument("MODEL", help: "a model.safetensors that ocr train wrote"),
    Argument("CSV", help: "letters, with or without a label column; - is standard input"),
  ],
  examples: [
    "ocr predict runs/small/model.safetensors handout-data/smallTest.csv",
    "head -3 letters.csv | ocr predict runs/small/model.safetensors -",
  ])

/// `ocr predict MODEL CSV`: a letter and its probability per row.
func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let network = try Network.read(try arguments.string("MODEL"), classes: letters.count)
  let csv = try LetterCSV.read(try arguments.string("CSV"), as: .pixels(network.inputs))
  let probabilities = try network.probabilities(csv.images)
  var output = BufferedOutput(.standard)
  for i in 0..<probabilities.rows {
    let label = probabilities.argmax(ofRow: i)
    try output.write("\(letters[label]) \(fixed(probabilities[i, label], 6))\n")
  }
  try output.flush()
  return .success
}
