import Drawing
import Formats
import Layers
import Random
import Regression
import Terminal

private let dataFolder = Option(
  "data", "d", as: .folder, value: "DIR",
  help: "folder of lasso_train.csv and lasso_test.csv (default: the package's)")
private let lambda = Option(
  "lambda", "l", as: .number(0...), default: 1, value: "L", help: "the factor λ of the penalty")
let hiddenOption = Option(
  "hidden", "H", as: .integer(1...100_000), default: 10, value: "UNITS",
  aliases: ["hidden-units"], help: "number of hidden units")

let linearCommand = fitCommand(
  "linear", summary: "Fit ŷ = w·x + b by least squares.", features: .steps,
  TrainingOptions(Descent(step: 0.0005, scale: 0, epochs: 500)),
  examples: ["regression linear", "regression linear --features raw --output line.svg"]
) { _, inputs in try .linear(inputs: inputs) }

let ridgeCommand = fitCommand(
  "ridge", summary: "Fit ŷ = w·x + b by least squares with the penalty λ‖w‖²; b is not penalised.",
  features: .steps, own: [lambda],
  TrainingOptions(Descent(step: 5e-05, scale: 0, epochs: 2000)),
  examples: ["regression ridge", "regression ridge --lambda 0 --step 0.0005 --epochs 500"]
) { arguments, inputs in try .ridge(inputs: inputs, penalty: arguments[lambda]) }

let mlpCommand = fitCommand(
  "mlp", summary: "Fit a network with one hidden layer, ŷ = w₂·tanh(W₁x + b₁) + b₂.",
  features: .raw, own: [hiddenOption],
  TrainingOptions(
    Descent(step: 0.001, scale: 0.0005, epochs: 5000),
    withSteps: Descent(step: 0.0005, scale: 0.01, epochs: 500)),
  examples: ["regression mlp --output mlp.svg", "regression mlp --features steps --hidden 20"]
) { arguments, inputs in
  try .mlp(inputs: inputs, hidden: hiddenUnits(arguments, inputs: inputs, outputs: 1))
}

/// The number of hidden units, where there is memory for them: values and gradients of the parameters,
/// and copies of them.
func hiddenUnits(
  _ arguments: ParsedArguments, inputs: Int, outputs: Int
) throws(UsageError) -> Int {
  let hidden = arguments[hiddenOption]
  try expectMemory(
    4 * (Double(inputs) * bytesOfRow(hidden) + Double(hidden) * bytesOfRow(max(inputs, outputs))),
    for: "--hidden \(hidden)")
  return hidden
}

/// A command that fits a model to points of the plane and prints its average square error.
private func fitCommand(
  _ name: String, summary: String, features usual: Features, own: [any Parameter] = [],
  _ training: TrainingOptions, examples: [String],
  model: @escaping @Sendable (ParsedArguments, _ inputs: Int) throws -> ComputationGraphFunction
) -> Command {
  let features = Option(
    "features", "f", as: .choice, default: usual,
    help: "what the model sees of x: x itself, or the 400 steps 1[x≥k/400]")
  return Command(
    name, summary: summary, options: [dataFolder, features] + own + training.all,
    examples: examples
  ) { arguments in
    let features = arguments[features]
    let given = arguments[dataFolder]
    let folder = try given ?? packageFolder("handout-data") + "/regression"
    let paths = ["train", "test"].map { "\(folder)/lasso_\($0).csv" }
    // First: a signal ends the wait for an input that is a pipe.
    let points = try paths.map { try Points($0, features) }
    let settings = try training.settings(arguments, features, inputs: paths)
    return try fit(
      name, try model(arguments, features.count), features, points[0], points[1], settings,
      source: sourceText(given == nil ? folder : nil))
  }
}

private func fit(
  _ name: String, _ model: ComputationGraphFunction, _ features: Features, _ training: Points,
  _ test: Points, _ settings: Settings, source: String
) throws -> ExitCode {
  try settings.print("\(training.x.count) points to learn from, \(test.x.count) to test\(source)\n")
  var random = RandomState(seed: settings.seed)
  try model.drawParameters(scales: model.parameters.map { _ in settings.descent.scale }, &random)
  let epochs = try model.train(on: training.data, settings, &random) {
    try model.averageSquareError(training.data)
  }
  try Interrupt.expectResult(ofEpochs: epochs)
  let error = try model.averageSquareError(training.data)
  let testError = try model.averageSquareError(test.data)
  let title =
    "\(name), average square error \(fixed(error, 3)) in training, "
    + "\(fixed(testError, 3)) in the test"
  try settings.drawing?.write(model.plot(title, features, training, test).svg.document)
  try settings.print(
    """
    average square error after \(epochs) epochs
      training  \(error)
      test      \(testError)

    """)
  return try Interrupt.exitCode(afterEpoch: epochs)
}

extension ComputationGraphFunction {
  /// The prediction as a curve over the points, between the least and the largest x.
  fileprivate func plot(
    _ title: String, _ features: Features, _ training: Points, _ test: Points
  ) throws -> Plot {
    let all = training.x + test.x
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    // Finer than the pixels, so that a step is upright.
    let xs = (0...2000).map { low + (high - low) * Double($0) / 2000 }
    let ŷ = try predictions(features.of(xs)).values
    var plot = Plot(title, x: "x", y: "y")
    plot.points("test points", test.places, color: Palette.grey, radius: 1.6, opacity: 0.6)
    plot.points("training points", training.places, color: Palette.blue, marker: .diamond)
    plot.curve("prediction", zip(xs, ŷ).map { ($0, $1) }, color: Palette.vermilion)
    return plot
  }
}
