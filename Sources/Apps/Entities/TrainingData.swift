import Entities
import Formats
import Learning
import Terminal

/// What a run learns from and is measured on.
struct TrainingData {
  let alphabet: Alphabet
  let architecture: Architecture
  let training, validation, test: DataSet
  private let foundFolder: String?

  /// Reads all files now: what is wrong with one is better known before the training.
  /// - Throws: `FileError`, or `UsageError` when the network would not fit into the memory.
  init(_ kind: Architecture.Kind, _ settings: TrainingSettings, _ files: DataFiles) throws {
    foundFolder = files.foundFolder
    let maxLength = settings.maxLength
    alphabet = Alphabet(of: try files.readTraining())
    architecture = alphabet.architecture(kind, settings)
    try architecture.expectToFit(settings)
    training = try files.read("train", alphabet, maxLength: maxLength)
    validation = try files.read("valid", alphabet, maxLength: maxLength)
    test = try files.read("test", alphabet, maxLength: maxLength)
  }
}

extension TrainingData {
  /// What was read.
  var summary: String {
    "\(training.count) titles to learn from "
      + "(\(classCounts(training.classCounts, names: alphabet.classes))), "
      + "\(validation.count) to validate, \(test.count) to test"
      + sourceText(foundFolder)
  }
}

/// The most memory that a network may take.
private let mostBytes = 4e9

extension Architecture {
  fileprivate func expectToFit(_ settings: TrainingSettings) throws(UsageError) {
    let size = bytes(batch: settings.batch)
    let what =
      "--max-len \(settings.maxLength), --hidden \(settings.hidden) and --batch-size \(settings.batch)"
    if size > mostBytes {
      throw UsageError(
        "\(what) would take \(fixed(size / 1e9, 0)) GB, where \(fixed(mostBytes / 1e9, 0)) GB is the "
          + "most")
    }
    try expectMemory(size, for: what)
  }

  /// About how much memory a network of this size takes with its gradients.
  private func bytes(batch: Int) -> Double {
    // Rows are as long as they are in memory.
    func padded(_ columns: Int) -> Double { bytesOfRow(columns) / 8 }
    let (n, v, m) = (Double(batch), Double(vocabulary), Double(maxLength))
    let (h, k, gates) = (padded(hidden), padded(classes), padded(4 * hidden))
    let last = Double(hidden) * k + 4 * n * k
    let numbers =
      switch kind {
      case .mlp: m * v * h + 4 * n * h + last
      // A step keeps its gates and the two products that they are the sum of, c, tanh(c) and H.
      // Two halves of the minibatch are learnt from in copies of the network.
      case .lstm:
        3 * ((v + Double(hidden)) * gates + last) + 2 * m * n * (3 * gates + 3 * h)
      }
    return 2 * 8 * numbers
  }
}
