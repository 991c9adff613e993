import Formats

/// The folder that a training run's results are written to, each file at once or not at all. What
/// cannot be written is a `FileError`.
struct RunFolder {
  let path: String
  private let model, record, page: ResultFile?
  private let files: [ResultFile]

  /// Makes the folder, before anything is computed for it.
  /// - Parameter hasModel: whether the network itself is among the results, with a record of the run.
  init(_ path: String, hasModel: Bool) throws {
    self.path = path
    try createDirectories(path)
    model = hasModel ? try ResultFile("\(path)/model.safetensors") : nil
    record = hasModel ? try ResultFile("\(path)/run.json") : nil
    page = hasModel ? try ResultFile("\(path)/report.html") : nil
    files = try ["metrics.txt", "metrics.csv", "train.labels", "validation.labels"].map {
      try ResultFile("\(path)/\($0)")
    }
  }

  /// Writes all files: first the model, which took longest to make, and last the record, which tells
  /// whether the others are of its run.
  func write(
    _ run: TrainedRun, model bytes: [UInt8]? = nil, record text: String? = nil,
    page html: String? = nil
  ) throws {
    if let model, let bytes { try model.write(bytes) }
    for (file, text) in zip(files, [run.metrics, run.metricsCSV] + run.labels) {
      try file.write(text)
    }
    if let page, let html { try page.write(html) }
    if let record, let text { try record.write(text) }
  }
}
