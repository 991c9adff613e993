import Learning
import Network
import Terminal

let evaluateCommand = Command(
  "evaluate", summary: "Measure a trained network on a labelled CSV file.",
  arguments: [
    Argument("MODEL", help: "a model.safetensors that ocr train wrote"),
    Argument("CSV", help: "labelled letters; - is standard input"),
  ],
  examples: ["ocr evaluate runs/small/model.safetensors handout-data/largeTest.csv"])

/// `ocr evaluate MODEL CSV`: cross-entropy, error rate and confusion matrix.
func evaluate(_ arguments: ParsedArguments) throws -> ExitCode {
  let network = try Network.read(try arguments.string("MODEL"), classes: letters.count)
  let examples = try DataSet.letters(try arguments.string("CSV"), pixels: network.inputs)
  let evaluation = try network.evaluate(examples)
  try Output.standard.write(
    """
    examples            \(examples.count)
    mean cross-entropy  \(evaluation.loss)
    error rate          \(evaluation.errorRate)

    \(evaluation.confusionTable(TerminalCapabilities(.standard)))
    """)
  return .success
}
