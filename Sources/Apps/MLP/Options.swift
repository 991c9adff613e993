import Eager
import Terminal

/// What `mlp` can be told.
enum Options {
  enum DataSet: String, CaseIterable { case synth, mnist }

  static let dataset = Option<DataSet>(
    "dataset", "D", as: .choice, default: .synth, help: "synth is drawn; mnist is read from --data")
  static let folder = Option(
    "data", "d", as: .folder, value: "DIR", help: "folder of MNIST's training files")
  static let batchSize = Option(
    "batch-size", "b", as: .integer(1...1_000_000), default: 128, value: "N",
    help: "examples in a step")
  static let epochs = Option.epochs(default: 20, help: "passes over the training set")
  static let rate = Option(
    "learning-rate", "l", as: .positive, default: 0.01, value: "RATE",
    help: "step size of gradient descent; for mnist 0.0001 is good")
  static let layers = Option(
    "layers", as: .integer(1...1000), default: 1, value: "N", help: "number of hidden layers")
  static let hidden = Option(
    "hidden", "H", as: .integer(1...100_000), value: "N",
    aliases: ["hidden-units"], help: "units of a hidden layer (default: 4 per input)")
  static let activation = Option<MLP.Activation>(
    "activation", "a", as: .choice, default: .sigmoid, help: "function of the hidden layers")
  static let initialization = Option<WeightInitialization>(
    "init", "i", as: .choice, default: .glorot,
    help: "first weights: N(0, 2/(in+out)), 0 or N(0, 0.01)")
  static let momentum = Option(
    "momentum", "m", as: .number(0...1), default: 0, value: "M",
    help: "share of the last step in the next")
  static let residual = Option(
    flag: "residual", "r", help: "hidden layers but the first add their input to their output")
  static let seed = Option.seed(help: "seed of the weights and of synth")

  static let all: [any Parameter] = [
    dataset, folder, batchSize, epochs, rate, layers, hidden, activation, initialization, momentum,
    residual, seed,
  ]
}
