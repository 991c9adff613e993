/// What is varied to see how it changes the training time: the questions of the assignment's report.
public enum Experiment: String, Sendable, CaseIterable {
  case batchSize = "batch-size"
  case maxLength = "max-len"

  /// The sizes that are tried.
  public var sizes: [Int] { self == .batchSize ? [16, 32, 64] : [10, 15, 20] }

  /// The usual settings, with one of the sizes.
  public func settings(_ size: Int) -> TrainingSettings {
    var settings = TrainingSettings()
    switch self {
    case .batchSize: settings.batch = size
    case .maxLength: settings.maxLength = size
    }
    return settings
  }
}
