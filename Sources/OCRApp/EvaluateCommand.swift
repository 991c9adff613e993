import Formats
import Learning
import Network
import Terminal

let modelArgument = Argument(
  "MODEL", as: .input, help: "a model.safetensors that ocr train wrote; - is standard input")
private let csvFile = Argument("CSV", as: .input, help: "labelled letters; - is standard input")

let evaluateCommand = Command(
  "evaluate", summary: "Measure a trained network on a labelled CSV file.",
  arguments: [modelArgument, csvFile],
  examples: ["ocr evaluate runs/small/model.safetensors handout-data/largeTest.csv"],
  run: evaluate)

/// `ocr evaluate MODEL CSV`: cross-entropy, error rate and confusion matrix.
private func evaluate(_ arguments: ParsedArguments) throws -> ExitCode {
  let model = try Model(arguments[modelArgument], beside: arguments[csvFile])
  let examples = try DataSet.letters(
    arguments[csvFile], pixels: model.network.inputs, classes: model.labels.all.count)
  let evaluation = try model.network.evaluate(examples)
  let table = confusionTable(
    evaluation.confusions.counts, classes: model.labels.all, heading: "true \\ read",
    on: TerminalCapabilities(.standard))
  try Output.standard.write(
    """
    examples            \(examples.count)
    mean cross-entropy  \(evaluation.loss)
    error rate          \(evaluation.errorRate)

    \(table)
    """)
  return .success
}
