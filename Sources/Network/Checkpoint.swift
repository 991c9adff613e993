import Formats
import Layers

/// A network in a file: safetensors, with `alpha` D×(M+1) and `beta` K×(D+1) as 64-bit numbers,
/// biases in column 0, and texts about the training in the file's metadata.
///
/// Python's package `safetensors` reads it, and what that writes is read here, also with numbers of
/// 32 or 16 bits.
extension Network {
  /// The file with this network's parameters.
  /// - Parameter metadata: hyperparameters and the like, in the order they are written.
  public func checkpoint(metadata: [(name: String, value: String)] = []) -> SafetensorsFile {
    SafetensorsFile(
      tensors: zip(parameters, [alpha, beta]).map { parameter, ω in
        .init(parameter.name, shape: [ω.rows, ω.columns], values: ω.values)
      },
      metadata: metadata.map { .init($0.name, $0.value) }
        + (modules.names == NetworkModules().names ? [] : [.init("modules", modules.names)]))
  }

  /// Writes the ``checkpoint(metadata:)``; the file is replaced as a whole or stays as it was.
  /// - Throws: `FileError` when it cannot be written.
  public func save(
    to path: String, metadata: [(name: String, value: String)] = []
  ) throws(FileError) {
    try checkpoint(metadata: metadata).write(to: path)
  }

  /// Reads a network; its size follows from the tensors' shapes.
  /// - Parameters:
  ///   - classes: K, where another number is an error.
  ///   - modules: what its layers compute.
  /// - Throws: `FileError` when the file cannot be read, or its tensors are not exactly a finite
  ///   `alpha` D×(M+1) and a finite `beta` K×(D+1); `ShapeError` when a module does not accept its
  ///   operands.
  public convenience init(
    contentsOf path: String, classes: Int? = nil, _ modules: NetworkModules = NetworkModules()
  ) throws {
    try self.init(ModelTensors(contentsOf: path), classes: classes, modules)
  }

  /// The network in a file that was read, as ``init(contentsOf:classes:_:)``.
  /// - Throws: what that does, of the tensors and the modules.
  public convenience init(
    _ tensors: ModelTensors, classes: Int? = nil, _ modules: NetworkModules = NetworkModules()
  ) throws {
    try tensors.expectNames(["alpha", "beta"])
    let trained = tensors.file.metadata.first { $0.name == "modules" }?.value
    guard (trained ?? NetworkModules().names) == modules.names else {
      throw tensors.error(
        "is a network of the modules \(quoted(trained ?? "")), not of \(modules.names)")
    }
    let (alpha, beta) = (try tensors.layer("alpha"), try tensors.layer("beta"))
    let expected = Shape(classes ?? beta.rows, alpha.rows + 1)
    guard beta.shape == expected else {
      throw tensors.error("beta is \(beta.shape), but alpha \(alpha.shape) needs \(expected)")
    }
    try self.init(
      inputs: alpha.columns - 1, hidden: alpha.rows, classes: beta.rows, modules)
    try setParameters(alpha: alpha, beta: beta)
  }
}

extension ModelTensors {
  /// A matrix of at least one row and, beside the bias, one column.
  fileprivate func layer(_ name: String) throws(FileError) -> Matrix {
    let (rows, columns) = try shape(of: name, columns: 2, expected: "[units, inputs + 1]")
    return Matrix(
      rows: rows, columns: columns, try values(of: name, shape: [rows, columns]))
  }
}
