import Entities
import Terminal

/// What `entities train` was asked for.
struct TrainSettings {
  let kind: Architecture.Kind
  let dataFolder: String?
  let dataset: String
  let maxLength, hidden, batch, epochs: Int
  let learningRate, forgetBias: Double
  let schedule: Schedule
  let seed: UInt32
  let results: ResultFiles
  let quiet: Bool

  /// - Throws: `UsageError` when a value is out of range.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    kind = Architecture.Kind(rawValue: try arguments.string("NETWORK")) ?? .mlp
    dataFolder = arguments.optionalString("data")
    dataset = try arguments.datasetName()
    maxLength = try arguments.integer("max-len", in: 1...longestTitle)
    hidden = try arguments.integer("hidden", in: 1...10_000)
    batch = try arguments.integer("batch-size", in: 1...100_000)
    epochs = try arguments.integer("epochs", in: 0...1_000_000)
    learningRate = try arguments.number("learning-rate", in: .leastNonzeroMagnitude ... .infinity)
    schedule = Schedule(rawValue: try arguments.string("schedule")) ?? .cosine
    forgetBias = try arguments.number("forget-bias", in: -100...100)
    seed = UInt32(try arguments.integer("seed", in: 0...Int(UInt32.max)))
    results = try ResultFiles(
      model: arguments.optionalString("model"), defaultModel: "\(dataset)-\(kind.rawValue)",
      output: try arguments.string("output"), losses: arguments.optionalString("train-loss"))
    quiet = arguments.flag("quiet")
  }

  /// The network for these characters and classes.
  func architecture(_ alphabet: Alphabet) -> Architecture {
    Architecture(
      kind, vocabulary: alphabet.vocabulary.count, maxLength: maxLength, hidden: hidden,
      classes: alphabet.classes.count)
  }

  /// - Throws: `UsageError` when the network would not fit into the memory.
  func expectToFit(_ architecture: Architecture) throws(UsageError) {
    let size = architecture.bytes(batch: batch)
    guard size > mostBytes else { return }
    throw UsageError(
      "--max-len \(maxLength), --hidden \(hidden) and --batch-size \(batch) would take "
        + "\(fixed(size / 1e9, 0)) GB, at most \(fixed(mostBytes / 1e9, 0)) GB are allowed")
  }

  /// Everything that decides the result, as the report and the model file show it.
  var hyperparameters: [(name: String, value: String)] {
    [
      ("dataset", dataset), ("max_len", "\(maxLength)"), ("hidden", "\(hidden)"),
      ("batch_size", "\(batch)"), ("epochs", "\(epochs)"), ("learning_rate", "\(learningRate)"),
      ("schedule", schedule.rawValue),
    ] + (kind == .lstm ? [("forget_bias", "\(forgetBias)")] : []) + [("seed", "\(seed)")]
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
