import Formats
import Terminal

/// The files that a training run leaves, each written at once or not at all. One that cannot be
/// written, or only with the loss of an input, is a `FileError`.
struct ResultFiles: CustomStringConvertible {
  /// The network, as `TitleModel` writes it; N×K probabilities of each test title's classes; the
  /// classes in the order of the columns, one a line; the loss of each minibatch, if wanted.
  private let files: [ResultFile]
  /// The page about the run, if wanted.
  private let page: ResultFile?

  /// - Parameters:
  ///   - defaultModel: the name of the model's file in `runs`, when none is given.
  ///   - page: the page's file, when it is not to lie beside the model; nil for none.
  /// - Throws: `UsageError` when two files would be one.
  init(
    model: String?, defaultModel: String, output: String, losses: String?, page: Page?,
    inputs: [String]
  ) throws {
    let (model, isDefault) = (model ?? "runs/\(defaultModel).safetensors", model == nil)
    let output = Self.npy(output)
    let paths =
      [model, output, output.dropLast(4) + ".labels"] + (losses.map { [Self.npy($0)] } ?? [])
    let pages = page.map { [$0.path(beside: model)] } ?? []
    try expectDifferentFiles(paths + pages)
    if isDefault { try createDirectories("runs") }
    files = try paths.map { try ResultFile($0, from: inputs) }
    self.page = try pages.first.map { try ResultFile($0, from: inputs) }
  }

  /// Where the page goes.
  enum Page {
    case besideModel
    case file(String)

    fileprivate func path(beside model: String) -> String {
      switch self {
      case .file(let path): path
      case .besideModel:
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
    if let page { try page.write(run.page.text) }
  }

  /// Where what is.
  var description: String {
    let names = [
      "network                   ", "test probabilities        ", "names of their columns    ",
      "loss of every minibatch   ",
    ]
    let list = zip(names, files) + (page.map { [("curves and confusions     ", $0)] } ?? [])
    return list.map { $0 + $1.path.printable }.joined(separator: "\n")
  }
}
