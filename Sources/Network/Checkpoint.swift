import Formats
import Layers

/// A network in a file: `model.safetensors`, with `alpha` D×(M+1) and `beta` K×(D+1) as 64-bit
/// numbers, biases in column 0, and texts about the training in the file's metadata.
///
/// Python's package `safetensors` reads it.
extension Network {
  /// The file with this network's parameters.
  /// - Parameter metadata: hyperparameters and the like, in the order they are written.
  public func checkpoint(metadata: [(name: String, value: String)]) -> SafetensorsFile {
    SafetensorsFile(
      tensors: zip(parameters, [alpha, beta]).map { parameter, ω in
        .init(parameter.name, shape: [ω.rows, ω.columns], values: ω.values)
      },
      metadata: metadata.map { .init($0.name, $0.value) })
  }

  /// Reads a network; its size follows from the tensors' shapes.
  /// - Parameter classes: K, where another number is an error.
  /// - Throws: `FileError` when the file cannot be read, or its tensors are not exactly a finite
  ///   `alpha` D×(M+1) and a finite `beta` K×(D+1).
  public static func read(_ path: String, classes: Int? = nil) throws -> Network {
    let file = try SafetensorsFile.read(path)
    let names = file.tensors.map(\.name)
    let tensors = file.tensors.sorted { $0.name < $1.name }
    guard tensors.map(\.name) == ["alpha", "beta"] else {
      throw FileError(
        .data, path: path,
        "holds the tensors \(names.map { quoted($0) }.joined(separator: ", ")), "
          + "expected \"alpha\" and \"beta\"")
    }
    let (alpha, beta) = (try matrix(tensors[0], path), try matrix(tensors[1], path))
    let expected = Shape(classes ?? beta.rows, alpha.rows + 1)
    guard beta.shape == expected else {
      throw FileError(
        .data, path: path, "beta is \(beta.shape), but alpha \(alpha.shape) needs \(expected)")
    }
    let network = try Network(
      inputs: alpha.columns - 1, hidden: alpha.rows, classes: beta.rows)
    try network.setParameters(alpha: alpha, beta: beta)
    return network
  }

  /// A matrix of at least one row and, beside the bias, one column.
  private static func matrix(
    _ tensor: SafetensorsFile.Tensor, _ path: String
  ) throws(FileError) -> Matrix {
    let (name, shape, values) = (tensor.name, tensor.shape, tensor.values)
    guard shape.count == 2, shape[0] >= 1, shape[1] >= 2 else {
      throw FileError(
        .data, path: path, "\(name) has shape \(shape), expected [units, inputs + 1]")
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw FileError(
        .data, path: path,
        "\(name)[\(index / shape[1]), \(index % shape[1])] is \(values[index])"
          + ", expected a finite number")
    }
    return Matrix(rows: shape[0], columns: shape[1], values)
  }
}
