import Formats
import Terminal

/// The files that a training run leaves, each written at once or not at all. One that cannot be
/// written, or only with the loss of an input, is a `FileError`.
struct ResultFiles: CustomStringConvertible {
  /// The network, as `TitleModel` writes it.
  private let model: ResultFile
  /// N×K: the probabilities of each test title's classes.
  private let probabilities: ResultFile
  /// The classes in the order of the columns, one a line.
  private let labels: ResultFile
  /// The loss of each minibatch, if wanted.
  private let losses: ResultFile?

  /// - Parameter defaultModel: the name of the model's file in `runs`, when none is given.
  /// - Throws: `UsageError` when two files would be one.
  init(
    model: String?, defaultModel: String, output: String, losses: String?, inputs: [String]
  ) throws {
    let output = Self.npy(output)
    let paths =
      [model ?? "runs/\(defaultModel).safetensors", output, output.dropLast(4) + ".labels"]
      + (losses.map { [Self.npy($0)] } ?? [])
    for (i, path) in paths.enumerated() where paths[..<i].contains(where: { isSameFile($0, path) })
    {
      throw UsageError("two results would be written to \(quoted(path))")
    }
    if model == nil { try createDirectories("runs") }
    let files = try paths.map { try ResultFile($0, from: inputs) }
    (self.model, probabilities, labels) = (files[0], files[1], files[2])
    self.losses = files.count > 3 ? files[3] : nil
  }

  /// As NumPy's `save` completes a name. What names no file stays as it is, to be refused.
  private static func npy(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    let isName = !["", ".", ".."].contains(name.flatMap { String($0) } ?? "")
    return isName && !path.utf8.suffix(4).elementsEqual(".npy".utf8) ? path + ".npy" : path
  }

  /// Writes all files, first the network, which took longest to make.
  func write(_ run: TrainedRun) throws(FileError) {
    try model.write(run.modelFile.bytes)
    let test = run.test.probabilities
    try probabilities.write(
      NPYArray(shape: [test.rows, test.columns], values: test.values).bytes)
    try labels.write(run.model.classes.map { $0 + "\n" }.joined())
    let values = run.history.minibatches
    try losses?.write(NPYArray(shape: [values.count], values: values).bytes)
  }

  /// Where what is.
  var description: String {
    [
      ("network                   ", model), ("test probabilities        ", probabilities),
      ("names of their columns    ", labels), ("loss of every minibatch   ", losses),
    ].compactMap { name, file in file.map { name + $0.path } }.joined(separator: "\n")
  }
}
