import Formats
import Network
import Terminal

/// A network that `ocr train` wrote, and what its labels stand for.
struct Model {
  let network: Network
  let labels: LabelNames
  /// What its file says of its training.
  let settings: [(name: String, value: String)]

  /// Reads a file that is given together with data; `-` is standard input.
  /// - Throws: `FileError` when it is not a network of ten classes.
  init(_ path: String, beside data: String) throws {
    let tensors = try ModelTensors(contentsOf: path, beside: data)
    labels = LabelNames(of: tensors)
    network = try Network(tensors, classes: labels.all.count)
    settings = tensors.file.metadata.filter { $0.name != LabelNames.mark }.map {
      ($0.name, $0.value)
    }
  }
}
