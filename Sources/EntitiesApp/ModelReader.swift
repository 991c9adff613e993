import Entities
import Formats
import Layers

extension Model {
  /// Reads a network.
  /// - Throws: `FileError` when the file cannot be read, or is not one of `entities train`.
  static func read(_ path: String) throws(FileError) -> Model {
    try ModelReader(file: try SafetensorsFile.read(path), path: path).model()
  }
}

/// Takes nothing in a file for granted: it may be cut, changed or another program's.
private struct ModelReader {
  let file: SafetensorsFile
  let path: String

  func model() throws(FileError) -> Model {
    guard let kind = Architecture.Kind(rawValue: try text("network")) else {
      throw error("the network is \(quoted(try text("network"))), expected mlp or lstm")
    }
    let length = try text("max_len")
    guard let maxLength = Int(length), 1...longestTitle ~= maxLength else {
      throw error("max_len is \(quoted(length)), expected a number from 1 to \(longestTitle)")
    }
    let alphabet = Alphabet(vocabulary: try vocabulary(), classes: try classes())
    let hidden = try hiddenUnits(classes: alphabet.classes.count)
    let architecture = Architecture(
      kind, vocabulary: alphabet.vocabulary.count, maxLength: maxLength, hidden: hidden,
      classes: alphabet.classes.count)
    guard architecture.bytes(batch: Model.batchSize) <= mostBytes else {
      throw error("the network has \(hidden) hidden units, too many for max_len \(maxLength)")
    }
    return Model(
      architecture: architecture, alphabet: alphabet, parameters: try parameters(architecture))
  }

  private func text(_ name: String) throws(FileError) -> String {
    guard let text = file.metadata.first(where: { $0.name == name }) else {
      throw error("holds no \"\(name)\" in its metadata: it is no network of \"entities train\"")
    }
    return text.value
  }

  /// The characters must be those of a vocabulary, in its order.
  private func vocabulary() throws(FileError) -> Vocabulary {
    let text = try text("vocabulary")
    let vocabulary = Vocabulary(of: [text])
    guard vocabulary.characters.elementsEqual(text.unicodeScalars) else {
      throw error("the vocabulary is not the space and other characters in increasing order")
    }
    return vocabulary
  }

  private func classes() throws(FileError) -> [String] {
    let text = try text("classes").utf8
    let classes = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let areNames = classes.allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
    guard areNames, Set(classes).count == classes.count else {
      throw error("the classes are not different names, one a line")
    }
    return classes
  }

  /// H, from the shape of `W2`. What it is depends on the file's length, so it is not absurd.
  private func hiddenUnits(classes: Int) throws(FileError) -> Int {
    let shape = try tensor("W2").shape
    guard shape.count == 2, shape[0] >= 2, shape[1] == classes else {
      throw error("W2 has shape \(shape), expected [hidden units + 1, \(classes)]")
    }
    return shape[0] - 1
  }

  private func tensor(_ name: String) throws(FileError) -> SafetensorsFile.Tensor {
    guard let tensor = file.tensors.first(where: { $0.name == name }) else {
      throw error("holds no tensor \"\(name)\"")
    }
    return tensor
  }

  private func parameters(_ architecture: Architecture) throws(FileError) -> [Matrix] {
    let names = architecture.kind.parameterNames
    if let other = file.tensors.first(where: { !names.contains($0.name) }) {
      throw error("holds a tensor \(quoted(other.name)), unknown in a network of its kind")
    }
    var parameters: [Matrix] = []
    for (name, shape) in zip(names, architecture.parameterShapes) {
      let tensor = try tensor(name)
      guard tensor.shape == [shape.rows, shape.columns] else {
        throw error("\(name) has shape \(tensor.shape), expected [\(shape.rows), \(shape.columns)]")
      }
      guard let index = tensor.values.firstIndex(where: { !$0.isFinite }) else {
        parameters.append(Matrix(rows: shape.rows, columns: shape.columns, tensor.values))
        continue
      }
      throw error(
        "\(name)[\(index / shape.columns), \(index % shape.columns)] is \(tensor.values[index]), "
          + "expected a finite number")
    }
    return parameters
  }

  private func error(_ message: String) -> FileError {
    FileError(.data, path: path, message)
  }
}

extension Architecture {
  /// The shapes of the tensors, in the order of their names.
  fileprivate var parameterShapes: [Shape] {
    let last = Shape(hidden + 1, classes)
    return switch kind {
    case .mlp: [Shape(maxLength * vocabulary + 1, hidden), last]
    case .lstm: [Shape(vocabulary + 1, 4 * hidden), Shape(hidden, 4 * hidden), last]
    }
  }
}
