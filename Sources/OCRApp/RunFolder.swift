import Formats
import Network

/// The folder that a training run's results are written to, each file at once or not at all.
struct RunFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Makes the folder, before anything is computed for it.
  /// - Throws: `FileError` when it cannot be made.
  func create() throws(FileError) { try createDirectories(path) }

  /// Writes `metrics.txt`, `metrics.csv`, both label files and `model.safetensors`.
  /// - Throws: `FileError` when a file cannot be written.
  func write(_ run: TrainedRun, _ network: Network) throws(FileError) {
    try write("metrics.txt", run.metrics)
    try write("metrics.csv", run.metricsCSV)
    try write("train.labels", run.training.labels.lines)
    try write("validation.labels", run.validation.labels.lines)
    var metadata = run.settings.hyperparameters
    metadata.append(("epochs_trained", "\(run.history.count)"))
    metadata.append(("letters", letters.joined()))
    try writeAtomically(
      network.checkpoint(metadata: metadata).bytes, to: "\(path)/model.safetensors")
  }

  private func write(_ name: String, _ text: String) throws(FileError) {
    try writeAtomically(Array(text.utf8), to: "\(path)/\(name)")
  }
}

extension [Int] {
  /// One number a line.
  fileprivate var lines: String { map { "\($0)\n" }.joined() }
}
