import Entities
import Formats
import Learning
import Terminal

let modelArgument = Argument(
  "MODEL", as: .input, help: "a file that entities train wrote; - is stdin")
private let titleFile = Argument(
  "FILE", as: .input, help: "a title, a tab and its label a line; - is stdin")

let evaluateCommand = Command(
  "evaluate", summary: "Measure a trained network on titles whose kind is known.",
  arguments: [modelArgument, titleFile],
  examples: ["entities evaluate runs/tiny-lstm.safetensors handout-data/titles/tiny.valid"],
  run: evaluate)

/// `entities evaluate MODEL FILE`: cross-entropy, accuracy and confusion matrix.
private func evaluate(_ arguments: ParsedArguments) throws -> ExitCode {
  let path = arguments[titleFile]
  let model = try TitleModel(ModelTensors(contentsOf: arguments[modelArgument], beside: path))
  let titles = try DataSet(
    try TitleTSV.read(path), path: path, vocabulary: model.vocabulary, classes: model.classes,
    maxLength: model.network.architecture.maxLength)
  let evaluation = try model.network.evaluate(titles)
  guard evaluation.probabilities.isFinite else { throw AnswerError() }
  let table = confusionTable(
    evaluation.confusions.counts, classes: model.classes, heading: "true \\ told",
    on: TerminalCapabilities(.standard))
  try Output.standard.write(
    """
    titles              \(titles.count)
    mean cross-entropy  \(evaluation.loss)
    accuracy            \(evaluation.accuracy)

    \(table)
    """)
  return .success
}
