import Formats
import Layers

/// Takes the parts of a model from a file; all that it throws are `.data`.
struct TitleModelReader {
  let tensors: ModelTensors

  func kind() throws(FileError) -> Architecture.Kind {
    try text("model", #""mlp" or "lstm""#) { Architecture.Kind(rawValue: $0) }
  }

  func maxLength() throws(FileError) -> Int {
    let accepted = 1...TitleModel.largestLength
    return try text("max_length", "1 to \(accepted.upperBound)") { text in
      Int(text).flatMap { accepted.contains($0) ? $0 : nil }
    }
  }

  func vocabulary() throws(FileError) -> Vocabulary {
    let characters = Array(try text("vocabulary").unicodeScalars)
    guard Set(characters).count == characters.count, characters.contains(" ") else {
      throw tensors.error("vocabulary has a character twice or lacks the space")
    }
    return Vocabulary(characters)
  }

  func classes() throws(FileError) -> [String] {
    try text("classes", "different labels, a line each") { text in
      let classes = text.utf8
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { (String($0) ?? "").asSeen }
      return Set(classes).count == classes.count && !classes.contains("") ? classes : nil
    }
  }

  /// H, the rows of `W2`.
  func hidden() throws(FileError) -> Int {
    try tensors.shape(of: "W2", expected: "[hidden units, classes]").rows
  }

  /// A parameter as a network has it: biases in row 0.
  func value(of parameter: Architecture.Parameter) throws(FileError) -> Matrix {
    let weights = try tensors.values(
      of: parameter.name, shape: [parameter.inputs, parameter.columns])
    var biases: [Double] = []
    if let name = parameter.biasName {
      biases = try tensors.values(of: name, shape: [parameter.columns])
    }
    return Matrix(
      rows: parameter.shape.rows, columns: parameter.shape.columns, biases + weights)
  }

  /// What `parse` makes of a text; nil is an error that says what is accepted.
  private func text<Value>(
    _ name: String, _ accepted: String, _ parse: (String) -> Value?
  ) throws(FileError) -> Value {
    let text = try text(name)
    if let value = parse(text) { return value }
    throw tensors.error("\(name) is \(quoted(text)), expected \(accepted)")
  }

  private func text(_ name: String) throws(FileError) -> String {
    guard let text = tensors.file.metadata.first(where: { $0.name == name }) else {
      throw tensors.error(
        "holds no text \(quoted(name)) in its metadata, as every file of entities train does")
    }
    return text.value
  }
}
