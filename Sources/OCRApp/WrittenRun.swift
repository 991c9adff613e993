import Formats
import Learning
import Network
import Terminal

/// A folder that `ocr train` wrote.
struct WrittenRun {
  let path: String
  let record: RunRecord

  /// - Throws: `FileError` when there is no record of a run in it, a wrong one, or a file that is
  ///   not of the run: one that was killed while it wrote may leave such a folder.
  init(_ path: String) throws {
    self.path = path
    record = try RunRecord.read("\(path)/run.json")
    for file in record.files {
      let place = "\(path)/\(file.name)"
      if file.name == "report.html", !fileExists(place) { continue }
      guard SHA256(of: try readFile(place)).text == file.value else {
        throw FileError(.data, path: place, "is not of the run in \(quoted("\(path)/run.json"))")
      }
    }
  }

  private var modelPath: String { "\(path)/model.safetensors" }

  /// Its files, and the letters it learnt from.
  var files: [String] {
    ["\(path)/run.json", modelPath] + record.files.map { "\(path)/\($0.name)" }
      + [record.training.path, record.validation.path]
  }

  /// The page about it, from its files and the letters that it learnt from.
  /// - Throws: `FileError` when they are not those of the run.
  func report() throws -> LetterReport {
    let tensors = try ModelTensors(contentsOf: modelPath)
    let isAsWritten = record.settings.contains { $0.name == "as_written" }
    let network = try Network(
      tensors, classes: record.letters.count, isAsWritten ? .asWritten : NetworkModules())
    let sums = network.checkpoint().tensors.map { SHA256(of: $0.bytes).text }
    guard sums == [record.alpha, record.beta] else {
      throw tensors.error("is not the network of the run in \(quoted("\(path)/run.json"))")
    }
    let (training, validation) = (
      try letters(record.training, for: network), try letters(record.validation, for: network)
    )
    return LetterReport(
      record, in: path, names: LabelNames(of: tensors), network: network, training: training,
      validation: validation, measured: ReadSet(try network.evaluate(validation)))
  }

  private func letters(_ mark: LetterFile.Mark, for network: Network) throws -> DataSet {
    let file = try LetterFile(mark.path, pixels: network.inputs, classes: network.classes)
    guard file.mark == mark else {
      throw FileError(
        .data, path: mark.path, "has changed since the run in \(quoted("\(path)/run.json"))")
    }
    return file.letters
  }
}
