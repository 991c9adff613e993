import Network
import Terminal

/// What `ocr train` was asked for.
struct TrainSettings {
  let size: String
  let dataFolder: String?
  let hidden: Int
  let epochs: Int
  let learningRate: Double
  let initialization: Initialization
  let outputFolder: String
  let quiet: Bool

  /// - Throws: `UsageError` when a value is out of range.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    size = try arguments.string("SIZE")
    dataFolder = arguments.optionalString("data")
    hidden = try arguments.integer("hidden", in: 1...100_000)
    epochs = try arguments.integer("epochs", in: 0...1_000_000)
    learningRate = try arguments.number(
      "learning-rate", in: .leastNonzeroMagnitude ... .infinity)
    let seed = try arguments.integer("seed", in: 0...Int(UInt32.max))
    initialization =
      try arguments.string("init") == "zero" ? .zero : .random(seed: UInt32(seed))
    outputFolder = arguments.optionalString("output") ?? "runs/\(size)"
    quiet = arguments.flag("quiet")
  }

  /// Everything that decides the result, as the report and the model file show it.
  var hyperparameters: [(name: String, value: String)] {
    let start: [(String, String)] =
      switch initialization {
      case .random(let seed): [("init", "random"), ("seed", "\(seed)")]
      case .zero: [("init", "zero")]
      }
    return [
      ("size", size), ("hidden", "\(hidden)"), ("epochs", "\(epochs)"),
      ("learning_rate", "\(learningRate)"),
    ] + start
  }
}
