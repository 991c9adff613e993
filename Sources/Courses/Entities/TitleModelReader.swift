import Formats
import Layers

/// Takes the parts of a model from a file; all that it throws are `.data`.
struct TitleModelReader {
  let file: SafetensorsFile
  let path: String

  func kind() throws(FileError) -> Architecture.Kind {
    let text = try text("model")
    guard let kind = Architecture.Kind(rawValue: text) else {
      throw error("model is \(quoted(text)), expected \"mlp\" or \"lstm\"")
    }
    return kind
  }

  func maxLength() throws(FileError) -> Int {
    let text = try text("max_length")
    guard let length = Int(text), (1...TitleModel.largestLength).contains(length) else {
      throw error("max_length is \(quoted(text)), expected 1 to \(TitleModel.largestLength)")
    }
    return length
  }

  func vocabulary() throws(FileError) -> Vocabulary {
    let characters = Array(try text("vocabulary").unicodeScalars)
    guard Set(characters).count == characters.count, characters.contains(" ") else {
      throw error("vocabulary has a character twice or lacks the space")
    }
    return Vocabulary(characters)
  }

  func classes() throws(FileError) -> [String] {
    let text = try text("classes")
    let classes = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    guard Set(classes).count == classes.count, !classes.contains("") else {
      throw error("classes is \(quoted(text)), expected different labels, a line each")
    }
    return classes
  }

  /// H, the rows of `W2`.
  func hidden() throws(FileError) -> Int {
    let shape = try tensor("W2").shape
    guard let hidden = shape.first, hidden >= 1 else {
      throw error("W2 has shape \(shape), expected [hidden units, classes]")
    }
    return hidden
  }

  /// A parameter as a network has it: biases in row 0.
  func value(of parameter: Architecture.Parameter) throws(FileError) -> Matrix {
    let weights = try values(parameter.name, [parameter.inputs, parameter.columns])
    var biases: [Double] = []
    if let name = parameter.biasName { biases = try values(name, [parameter.columns]) }
    return Matrix(
      rows: parameter.shape.rows, columns: parameter.shape.columns, biases + weights)
  }

  private func values(_ name: String, _ shape: [Int]) throws(FileError) -> [Double] {
    let tensor = try tensor(name)
    guard tensor.shape == shape else {
      throw error("\(name) has shape \(tensor.shape), expected \(shape)")
    }
    guard tensor.values.allSatisfy(\.isFinite) else {
      throw error("\(name) holds a number that is not finite")
    }
    return tensor.values
  }

  private func tensor(_ name: String) throws(FileError) -> SafetensorsFile.Tensor {
    guard let tensor = file.tensors.first(where: { $0.name == name }) else {
      throw error("holds no tensor \(quoted(name))")
    }
    return tensor
  }

  private func text(_ name: String) throws(FileError) -> String {
    guard let text = file.metadata.first(where: { $0.name == name }) else {
      throw error("holds no text \(quoted(name)) in its metadata")
    }
    return text.value
  }

  private func error(_ message: String) -> FileError { FileError(.data, path: path, message) }
}
