import Formats
import Network

/// The folder that a training run's results are written to, each file at once or not at all. What
/// cannot be written is a `FileError`.
struct RunFolder {
  let path: String
  private let files: [ResultFile]

  /// Makes the folder, before anything is computed for it.
  init(_ path: String) throws {
    self.path = path
    try createDirectories(path)
    files = try [
      "model.safetensors", "metrics.txt", "metrics.csv", "train.labels", "validation.labels",
    ].map { try ResultFile("\(path)/\($0)") }
  }

  /// Writes all files, first the network, which took longest to make.
  func write(_ run: TrainedRun, _ network: Network) throws {
    var metadata = run.settings
    metadata.append(("epochs_trained", "\(run.history.count)"))
    metadata.append((LabelNames.mark, run.names.all.joined()))
    let texts = [run.metrics, run.metricsCSV] + run.labels
    try files[0].write(network.checkpoint(metadata: metadata).bytes)
    for (file, text) in zip(files.dropFirst(), texts) { try file.write(text) }
  }
}
