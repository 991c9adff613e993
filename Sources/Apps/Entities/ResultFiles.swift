import Formats
import Terminal

/// The files that a training run leaves, each written at once or not at all. One that cannot be
/// written, or only with the loss of an input, is a `FileError`.
struct ResultFiles: CustomStringConvertible {
  /// The network, as `TitleModel` writes it; N×K probabilities of each test title's classes; the
  /// classes in the order of the columns, one a line; the loss of each minibatch, if wanted.
  private let files: [ResultFile]

  /// - Parameter defaultModel: the name of the model's file in `runs`, when none is given.
  /// - Throws: `UsageError` when two files would be one.
  init(
    model: String?, defaultModel: String, output: String, losses: String?, inputs: [String]
  ) throws {
    let output = Self.npy(output)
    let paths =
      [model ?? "runs/\(defaultModel).safetensors", output, output.dropLast(4) + ".labels"]
      + (losses.map { [Self.npy($0)] } ?? [])
    try expectDifferentFiles(paths)
    if model == nil { try createDirectories("runs") }
    files = try paths.map { try ResultFile($0, from: inputs) }
  }

  /// As NumPy's `save` completes a name. What names no file stays as it is, to be refused.
  private static func npy(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    let isName = !["", ".", ".."].contains(name.flatMap { String($0) } ?? "")
    return isName && !path.utf8.suffix(4).elementsEqual(".npy".utf8) ? path + ".npy" : path
  }

  /// Writes all files, first the network, which took longest to make.
  func write(_ run: TrainedRun) throws {
    let (probabilities, losses) = (run.test.probabilities, run.history.minibatches)
    let contents = [
      run.modelFile.bytes,
      NPYArray(
        shape: [probabilities.rows, probabilities.columns], values: probabilities.values
      ).bytes,
      Array(run.model.classes.map { $0 + "\n" }.joined().utf8),
      NPYArray(shape: [losses.count], values: losses).bytes,
    ]
    for (file, bytes) in zip(files, contents) { try file.write(bytes) }
  }

  /// Where what is.
  var description: String {
    let names = [
      "network                   ", "test probabilities        ", "names of their columns    ",
      "loss of every minibatch   ",
    ]
    return zip(names, files).map { $0 + $1.path }.joined(separator: "\n")
  }
}
