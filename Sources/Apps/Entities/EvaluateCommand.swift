import Entities
import Formats
import Learning
import Terminal

let evaluateCommand = Command(
  "evaluate", summary: "Measure a trained network on titles whose kind is known.",
  arguments: [
    modelArgument, Argument("FILE", help: "a title, a tab and its label a line; - is stdin"),
  ],
  examples: [
    "entities evaluate runs/tiny-lstm.safetensors handout-data/titles/tiny.valid"
  ])

let modelArgument = Argument("MODEL", help: "a file that entities train wrote")

/// `entities evaluate MODEL FILE`: cross-entropy, accuracy and confusion matrix.
func evaluate(_ arguments: ParsedArguments) throws -> ExitCode {
  let model = try TitleModel.read(try arguments.string("MODEL"))
  let path = try arguments.string("FILE")
  let titles = try DataSet(
    try TitleTSV.read(path), path: path, vocabulary: model.vocabulary, classes: model.classes,
    maxLength: model.network.architecture.maxLength)
  let evaluation = try model.network.evaluate(titles)
  guard evaluation.probabilities.isFinite else { throw AnswerError() }
  let capabilities = TerminalCapabilities(.standard)
  try Output.standard.write(
    """
    titles              \(titles.count)
    mean cross-entropy  \(evaluation.loss)
    accuracy            \(evaluation.accuracy)

    \(evaluation.confusionTable(model.classes, capabilities))
    """)
  return .success
}
