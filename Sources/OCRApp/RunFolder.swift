import Formats
import Network

/// The folder that a training run's results are written to, each file at once or not at all. What
/// cannot be written is a `FileError`.
struct RunFolder {
  let path: String
  private let model, metrics, metricsCSV, trainingLabels, validationLabels: ResultFile

  /// Makes the folder, before anything is computed for it.
  init(_ path: String) throws(FileError) {
    func file(_ name: String) throws(FileError) -> ResultFile { try ResultFile("\(path)/\(name)") }
    self.path = path
    try createDirectories(path)
    model = try file("model.safetensors")
    metrics = try file("metrics.txt")
    metricsCSV = try file("metrics.csv")
    trainingLabels = try file("train.labels")
    validationLabels = try file("validation.labels")
  }

  /// Writes all files, first the network, which took longest to make.
  func write(_ run: TrainedRun, _ network: Network) throws(FileError) {
    var metadata = run.settings
    metadata.append(("epochs_trained", "\(run.history.count)"))
    metadata.append(("letters", letters.joined()))
    try model.write(network.checkpoint(metadata: metadata).bytes)
    try metrics.write(run.metrics)
    try metricsCSV.write(run.metricsCSV)
    try trainingLabels.write(run.training.labels.lines)
    try validationLabels.write(run.validation.labels.lines)
  }
}

extension [Int] {
  /// One number a line.
  fileprivate var lines: String { map { "\($0)\n" }.joined() }
}
