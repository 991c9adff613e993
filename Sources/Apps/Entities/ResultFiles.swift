import Formats
import Terminal

/// The files that a training run leaves, each written at once or not at all.
struct ResultFiles: CustomStringConvertible {
  /// The network, as `TitleModel` writes it.
  let model: String
  /// N×K: the probabilities of each test title's classes.
  let probabilities: String
  /// The classes in the order of the columns, one a line.
  let labels: String
  /// The loss of each minibatch, if wanted.
  let losses: String?
  private let usesRunFolder: Bool

  /// - Parameter defaultModel: the name of the model's file in `runs`, when none is given.
  /// - Throws: `UsageError` when two files would be one.
  init(
    model: String?, defaultModel: String, output: String, losses: String?
  ) throws(UsageError) {
    usesRunFolder = model == nil
    self.model = model ?? "runs/\(defaultModel).safetensors"
    probabilities = Self.npy(output)
    labels = String(probabilities.dropLast(4)) + ".labels"
    self.losses = losses.map(Self.npy)
    let all = [self.model, probabilities, labels] + (self.losses.map { [$0] } ?? [])
    for (i, path) in all.enumerated() where all[..<i].contains(where: { isSameFile($0, path) }) {
      throw UsageError("two results would be written to \(quoted(path))")
    }
  }

  /// As NumPy's `save` completes a name. What names no file stays as it is, to be refused.
  private static func npy(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    let isName = !["", ".", ".."].contains(name.flatMap { String($0) } ?? "")
    return isName && !path.utf8.suffix(4).elementsEqual(".npy".utf8) ? path + ".npy" : path
  }

  /// Makes sure, before anything is computed for them, that the files can be written without the
  /// loss of an input.
  /// - Throws: `FileError`.
  func prepare(inputs: [String]) throws(FileError) {
    if usesRunFolder { try createDirectories("runs") }
    for path in [model, probabilities, labels, losses].compactMap({ $0 }) {
      try expectReplaceable(path)
      try expectNoneLost(of: inputs, writing: path)
    }
  }

  /// Writes all files, first the network, which took longest to make.
  /// - Throws: `FileError` when a file cannot be written.
  func write(_ run: TrainedRun) throws(FileError) {
    try writeAtomically(run.modelFile.bytes, to: model)
    let test = run.test.probabilities
    let array = NPYArray(shape: [test.rows, test.columns], values: test.values)
    try writeAtomically(array.bytes, to: probabilities)
    let names = run.model.classes.map { $0 + "\n" }.joined()
    try writeAtomically(Array(names.utf8), to: labels)
    if let losses {
      let values = run.history.minibatches
      try writeAtomically(NPYArray(shape: [values.count], values: values).bytes, to: losses)
    }
  }

  /// Where what is.
  var description: String {
    let losses = losses.map { ["loss of every minibatch   \($0)"] } ?? []
    return
      ([
        "network                   \(model)", "test probabilities        \(probabilities)",
        "names of their columns    \(labels)",
      ] + losses).joined(separator: "\n")
  }
}
