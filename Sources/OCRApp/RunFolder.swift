import Formats
import Network

/// The folder that a training run's results are written to, each file at once or not at all.
struct RunFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Makes the folder, before anything is computed for it.
  /// - Throws: `FileError` when it cannot be made, or a file in it could not be replaced.
  func create() throws(FileError) {
    try createDirectories(path)
    for name in [
      "model.safetensors", "metrics.txt", "metrics.csv", "train.labels", "validation.labels",
    ] {
      try expectReplaceable("\(path)/\(name)")
    }
  }

  /// Writes `model.safetensors`, which took longest to make, then `metrics.txt`, `metrics.csv` and
  /// both label files.
  /// - Throws: `FileError` when a file cannot be written.
  func write(_ run: TrainedRun, _ network: Network) throws(FileError) {
    var metadata = run.settings.hyperparameters
    metadata.append(("epochs_trained", "\(run.history.count)"))
    metadata.append(("letters", letters.joined()))
    try writeAtomically(
      network.checkpoint(metadata: metadata).bytes, to: "\(path)/model.safetensors")
    try write("metrics.txt", run.metrics)
    try write("metrics.csv", run.metricsCSV)
    try write("train.labels", run.training.labels.lines)
    try write("validation.labels", run.validation.labels.lines)
  }

  private func write(_ name: String, _ text: String) throws(FileError) {
    try writeAtomically(Array(text.utf8), to: "\(path)/\(name)")
  }
}

extension [Int] {
  /// One number a line.
  fileprivate var lines: String { map { "\($0)\n" }.joined() }
}
