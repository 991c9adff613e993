import Drawing
import Formats
import Layers
import Random
import Regression
import Terminal

/// `regression linear|ridge|mlp`: fits a model to points of the plane and prints its average square
/// error.
func fit(_ command: String, _ arguments: ParsedArguments) throws -> ExitCode {
  let settings = try Settings(arguments)
  let features: Features = try arguments.string("features") == "raw" ? .raw : .steps
  let folder = arguments.optionalString("data")
  let model = try model(command, arguments, inputs: features.count)
  let training = try Points("train", folder: folder, features: features)
  let test = try Points("test", folder: folder, features: features)
  if let drawing = settings.outputFile {
    try expectNoneLost(of: [training.path, test.path], writing: drawing)
  }
  var random = RandomState(seed: settings.seed)
  try model.drawParameters(scales: model.parameters.map { _ in settings.scale }, &random)
  let epochs = try model.train(on: training.data, settings, &random) {
    try model.averageSquareError(training.data)
  }
  let error = try model.averageSquareError(training.data)
  let testError = try model.averageSquareError(test.data)
  try settings.write {
    let title =
      "\(command), average square error \(fixed(error, 3)) in training, "
      + "\(fixed(testError, 3)) in the test"
    return try model.plot(title, features, training, test).svg.document
  }
  try settings.print(
    """
    average square error after \(epochs) epochs
      training  \(error)
      test      \(testError)

    """)
  return try end(after: epochs)
}

private func model(
  _ command: String, _ arguments: ParsedArguments, inputs: Int
) throws -> ComputationGraphFunction {
  switch command {
  case "ridge":
    let λ = try arguments.number("lambda", in: 0 ... .infinity)
    return try .ridge(inputs: inputs, penalty: λ)
  case "mlp":
    return try .mlp(inputs: inputs, hidden: try arguments.integer("hidden", in: 1...100_000))
  default: return try .linear(inputs: inputs)
  }
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
    plot.points("training points", training.places, color: Palette.blue)
    plot.curve("prediction", zip(xs, ŷ).map { ($0, $1) }, color: Palette.orange)
    return plot
  }
}
