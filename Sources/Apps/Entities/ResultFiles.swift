import Formats
import Terminal

/// The files that a training run leaves, all of one run. One that cannot be written, or only with
/// the loss of an input, is a `FileError`.
struct ResultFiles: CustomStringConvertible {
  /// The network, as `TitleModel` writes it; N×K probabilities of each test title's classes; the
  /// classes in the order of the columns, one a line; if wanted, the loss of each minibatch; if
  /// wanted, the page about the run.
  private let files: ResultSet
  private let hasLosses, hasPage: Bool

  /// - Parameters:
  ///   - defaultModel: the name of the model's file in `runs`, when none is given.
  ///   - page: where the page goes; without one an older run's does not stay beside the model.
  /// - Throws: `UsageError` when two files would be one.
  init(
    model: String?, defaultModel: String, output: String, losses: String?, page: Page,
    inputs: [String]
  ) throws {
    let (model, isDefault) = (model ?? "runs/\(defaultModel).safetensors", model == nil)
    let output = Self.npy(output)
    let paths =
      [model, output, output.dropLast(4) + ".labels"] + (losses.map { [Self.npy($0)] } ?? [])
      + [page.path(beside: model)]
    try expectDifferentFiles(paths)
    if isDefault { try createDirectories("runs") }
    hasLosses = losses != nil
    if case .none = page { hasPage = false } else { hasPage = true }
    files = try ResultSet(paths, from: inputs)
  }

  /// Where the page goes.
  enum Page {
    case none, besideModel
    case file(String)

    fileprivate func path(beside model: String) -> String {
      switch self {
      case .file(let path): path
      case .none, .besideModel:
        (model.hasSuffix(".safetensors") ? String(model.dropLast(12)) : model) + ".html"
      }
    }
  }

  /// As NumPy's `save` completes a name. What names no file stays as it is, to be refused.
  private static func npy(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    let isName = !["", ".", ".."].contains(name.flatMap { String($0) } ?? "")
    return isName && !path.utf8.suffix(4).elementsEqual(".npy".utf8) ? path + ".npy" : path
  }

  /// Writes all files.
  func write(_ run: TrainedRun) throws {
    let (probabilities, losses) = (run.test.probabilities, run.history.minibatches)
    var contents: [[UInt8]?] = [
      run.modelFile.bytes,
      NPYArray(
        shape: [probabilities.rows, probabilities.columns], values: probabilities.values
      ).bytes,
      Array(run.model.classes.map { $0 + "\n" }.joined().utf8),
    ]
    if hasLosses { contents.append(NPYArray(shape: [losses.count], values: losses).bytes) }
    try files.write(contents + [hasPage ? Array(run.page.text.utf8) : nil])
  }

  /// Where what is.
  var description: String {
    let names =
      ["network                   ", "test probabilities        ", "names of their columns    "]
      + (hasLosses ? ["loss of every minibatch   "] : [])
      + (hasPage ? ["curves and confusions     "] : [])
    return zip(names, files.paths).map { $0 + $1 }.joined(separator: "\n")
  }
}
