import Eager
import Terminal

let mlpCommand = Command(
  "mlp",
  summary: "Train a multi-layer perceptron with eager tensors, as vugrad does.",
  options: [
    Option(
      "dataset", "D", value: "SET", default: "synth", choices: ["synth", "mnist"],
      help: "synth is drawn; mnist is read from --data"),
    Option("data", "d", value: "DIR", help: "folder of MNIST's training files"),
    Option("batch-size", "b", value: "N", default: "128", help: "examples in a step"),
    Option("epochs", "e", value: "N", default: "20", help: "passes over the training set"),
    Option(
      "learning-rate", "l", value: "RATE", default: "0.01",
      help: "step size of gradient descent; for mnist 0.0001 is good"),
    Option("layers", value: "N", default: "1", help: "number of hidden layers"),
    Option("hidden", "H", value: "N", help: "units of a hidden layer (default: 4 per input)"),
    Option(
      "activation", "a", value: "NAME", default: "sigmoid",
      choices: MLP.Activation.allCases.map(\.rawValue), help: "function of the hidden layers"),
    Option(
      "init", "i", value: "HOW", default: "glorot",
      choices: WeightInitialization.allCases.map(\.rawValue),
      help: "first weights: N(0, 2/(in+out)), 0 or N(0, 0.01)"),
    Option("momentum", "m", value: "M", default: "0", help: "share of the last step in the next"),
    .flag("residual", "r", help: "hidden layers but the first add their input to their output"),
    Option("seed", "s", value: "N", default: "0", help: "seed of the weights and of synth"),
  ],
  examples: ["mlp", "mlp -D mnist --data mnist -l 0.0001 -e 2"])

/// What `mlp` was asked for.
struct Settings {
  let batchSize, epochs, layers: Int
  let hidden: Int?
  let learningRate, momentum: Double
  let activation: MLP.Activation
  let initialization: WeightInitialization
  let isResidual: Bool
  let seed: UInt32
  /// The folder of MNIST; nil for synth.
  let folder: String?

  /// - Throws: `UsageError` when a value is out of range.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    batchSize = try arguments.integer("batch-size", in: 1...1_000_000)
    epochs = try arguments.integer("epochs", in: 0...1_000_000)
    layers = try arguments.integer("layers", in: 1...1000)
    hidden =
      arguments.optionalString("hidden") == nil
      ? nil : try arguments.integer("hidden", in: 1...100_000)
    learningRate = try arguments.number("learning-rate", in: .leastNonzeroMagnitude ... .infinity)
    momentum = try arguments.number("momentum", in: 0...1)
    activation = MLP.Activation(rawValue: try arguments.string("activation")) ?? .sigmoid
    initialization = WeightInitialization(rawValue: try arguments.string("init")) ?? .glorot
    isResidual = arguments.flag("residual")
    seed = UInt32(try arguments.integer("seed", in: 0...Int(UInt32.max)))
    if isResidual && layers < 2 { throw UsageError("--residual needs 2 --layers or more") }
    folder = try Self.folder(arguments)
  }

  private static func folder(_ arguments: ParsedArguments) throws(UsageError) -> String? {
    let folder = arguments.optionalString("data")
    if try arguments.string("dataset") == "synth" {
      if folder != nil { throw UsageError("--data is for --dataset mnist") }
    } else if folder == nil {
      throw UsageError("--dataset mnist needs --data, the folder of its files")
    }
    return folder
  }
}
