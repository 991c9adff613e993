import Formats

/// The folder that a training run's results are written to, all of one run. What cannot be written
/// is a `FileError`.
struct RunFolder {
  let path: String
  private let names: [String]
  private let files: ResultSet

  /// Makes the folder, before anything is computed for it.
  /// - Parameters:
  ///   - hasModel: whether the network itself is among the results, with a record of the run.
  ///   - inputs: what the results are computed from, which must not be lost by them.
  init(_ path: String, hasModel: Bool, from inputs: [String]) throws {
    let measures = ["metrics.txt", "metrics.csv", "train.labels", "validation.labels"]
    self.path = path
    // The record comes last: it tells whether the others are of its run.
    names = hasModel ? ["model.safetensors"] + measures + ["report.html", "run.json"] : measures
    try createDirectories(path)
    files = try ResultSet(names.map { "\(path)/\($0)" }, from: inputs)
  }

  /// Writes all files.
  func write(_ run: TrainedRun) throws { try files.write(measures(run)) }

  /// Writes all files.
  /// - Parameters:
  ///   - page: the page about the run; without one none is left there, as it would be another's.
  ///   - record: makes the record out of the SHA-256 of every other file.
  func write(
    _ run: TrainedRun, model: [UInt8], page: String?, record: ([Named<String>]) -> String
  ) throws {
    let others = [model] + measures(run) + [page.map { Array($0.utf8) }]
    // The model and the page are the large ones.
    let digest = Digest(of: model)
    let rest = zip(names, others).dropFirst().compactMap { name, bytes in
      bytes.map { Named(name, SHA256(of: $0).text) }
    }
    let digests = [Named(names[0], digest.text())] + rest
    try files.write(others + [Array(record(digests).utf8)])
  }

  private func measures(_ run: TrainedRun) -> [[UInt8]?] {
    ([run.metrics, run.metricsCSV] + run.labels).map { Array($0.utf8) }
  }
}
