import Formats
import Layers

/// A model in a file: `W1`, `b1`, `W2`, `b2` or `W`, `b`, `U`, `W2`, `b2` as 64-bit numbers, weights
/// inputs × outputs and an LSTM's gates side by side in the order i, f, o, c̃.
///
/// The texts in the file's metadata are `model` (`mlp` or `lstm`), `max_length`, `vocabulary` (the
/// known characters behind each other, in order) and `classes` (the labels in order, a line feed
/// between two). Python's package `safetensors` reads all of it, and what that writes is read here,
/// also with numbers of 32 or 16 bits.
extension TitleModel {
  /// The longest titles that a file may ask for.
  public static let largestLength = 1000

  /// The file with this model.
  /// - Parameter metadata: hyperparameters and the like, written behind the model's own texts.
  public func file(metadata: [(name: String, value: String)] = []) -> SafetensorsFile {
    var characters = String.UnicodeScalarView()
    characters.append(contentsOf: vocabulary.characters)
    let own = [
      ("model", network.architecture.kind.rawValue),
      ("max_length", "\(network.architecture.maxLength)"),
      ("vocabulary", String(characters)), ("classes", classes.joined(separator: "\n")),
    ]
    return SafetensorsFile(
      tensors: zip(network.architecture.parameters, network.values).flatMap { $0.tensors(of: $1) },
      metadata: (own + metadata).map { .init($0, $1) })
  }

  /// Writes the ``file(metadata:)``; it is replaced as a whole or stays as it was.
  /// - Throws: `FileError` when it cannot be written.
  public func save(
    to path: String, metadata: [(name: String, value: String)] = []
  ) throws(FileError) {
    try file(metadata: metadata).write(to: path)
  }

  /// Reads a model.
  /// - Throws: `FileError` when the file cannot be read, a text of the model is missing or wrong, or
  ///   its tensors are not exactly the model's, of fitting shapes and finite.
  public init(contentsOf path: String) throws(FileError) {
    try self.init(ModelTensors(contentsOf: path))
  }

  /// The model in a file.
  /// - Throws: `.data`, as ``init(contentsOf:)``.
  public init(_ tensors: ModelTensors) throws(FileError) {
    let reader = TitleModelReader(tensors: tensors)
    let (kind, length) = (try reader.kind(), try reader.maxLength())
    let (vocabulary, classes) = (try reader.vocabulary(), try reader.classes())
    let architecture = Architecture(
      kind, vocabulary: vocabulary.count, maxLength: length, hidden: try reader.hidden(),
      classes: classes.count)
    try tensors.expectNames(
      architecture.parameters.flatMap { [$0.name] + [$0.biasName].compactMap { $0 } })
    let values = try architecture.parameters.map { parameter throws(FileError) in
      try reader.value(of: parameter)
    }
    do throws(ShapeError) {
      let network = try TitleNetwork(architecture, batch: architecture.titlesAtATime)
      try network.setValues(values)
      try self.init(network, vocabulary: vocabulary, classes: classes)
    } catch {
      throw tensors.error(error.description)
    }
  }
}

extension Architecture {
  /// The number of titles that a network of 500 MB holds, but no more than are worth it.
  fileprivate var titlesAtATime: Int {
    // A step of an LSTM keeps 15 rows of H numbers for a title, and as many gradients.
    let bytesPerTitle = 2 * 15 * 8 * maxLength * hidden
    return min(TrainingSettings().batch, max(1, 500_000_000 / bytesPerTitle))
  }
}

extension Architecture.Parameter {
  /// The weights, and the biases where there are any.
  fileprivate func tensors(of value: Matrix) -> [SafetensorsFile.Tensor] {
    let values = value.values
    let weights = SafetensorsFile.Tensor(
      name, shape: [inputs, columns], values: Array(values[(firstWeight * columns)...]))
    guard let biasName else { return [weights] }
    return [weights, .init(biasName, shape: [columns], values: Array(values[..<columns]))]
  }
}
