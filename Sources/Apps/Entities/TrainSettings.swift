import Entities
import Formats
import Terminal

/// What `entities train` was asked for.
struct TrainSettings {
  let kind: Architecture.Kind
  let dataFolder: String?
  let dataset: String
  let training: TrainingSettings
  let results: ResultFiles
  let quiet: Bool

  /// - Throws: `UsageError` when a value is out of range.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    kind = Architecture.Kind(rawValue: try arguments.string("NETWORK")) ?? .mlp
    dataFolder = arguments.optionalString("data")
    dataset = try arguments.datasetName()
    training = try TrainingSettings(arguments)
    results = try ResultFiles(
      model: arguments.optionalString("model"), defaultModel: "\(dataset)-\(kind.rawValue)",
      output: try arguments.string("output"), losses: arguments.optionalString("train-loss"))
    quiet = arguments.flag("quiet")
  }

  /// - Throws: `UsageError` when the network would not fit into the memory.
  func expectToFit(_ architecture: Architecture) throws(UsageError) {
    let size = architecture.bytes(batch: training.batch)
    guard size > mostBytes else { return }
    throw UsageError(
      "--max-len \(training.maxLength), --hidden \(training.hidden) and --batch-size "
        + "\(training.batch) would take \(fixed(size / 1e9, 0)) GB, where "
        + "\(fixed(mostBytes / 1e9, 0)) GB is the most")
  }

  /// Everything that decides the result, as the report and the model file show it.
  var hyperparameters: [(name: String, value: String)] {
    [
      ("dataset", dataset), ("max_len", "\(training.maxLength)"),
      ("hidden", "\(training.hidden)"), ("batch_size", "\(training.batch)"),
      ("epochs", "\(training.epochs)"), ("learning_rate", "\(training.rate)"),
      ("schedule", training.schedule.rawValue),
    ] + (kind == .lstm ? [("forget_bias", "\(training.forgetBias)")] : [])
      + [("seed", "\(training.seed)")]
  }
}

extension TrainingSettings {
  /// - Throws: `UsageError` when a value is out of range.
  fileprivate init(_ arguments: ParsedArguments) throws(UsageError) {
    self.init()
    maxLength = try arguments.integer("max-len", in: 1...TitleModel.largestLength)
    hidden = try arguments.integer("hidden", in: 1...10_000)
    batch = try arguments.integer("batch-size", in: 1...100_000)
    epochs = try arguments.integer("epochs", in: 0...1_000_000)
    rate = try arguments.number("learning-rate", in: .leastNonzeroMagnitude ... .infinity)
    schedule = Schedule(rawValue: try arguments.string("schedule")) ?? .cosine
    forgetBias = try arguments.number("forget-bias", in: -100...100)
    seed = UInt32(try arguments.integer("seed", in: 0...Int(UInt32.max)))
  }
}

extension ParsedArguments {
  /// The name that a dataset's files have in common.
  /// - Throws: `UsageError` when it could not be one.
  func datasetName() throws(UsageError) -> String {
    let name = try string("dataset")
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else {
      throw UsageError("--dataset must be a name without a \"/\", not \(quoted(name))")
    }
    return name
  }
}
