import Formats
import Layers

/// The parameters of a list in a file: safetensors, a tensor rows × columns of 64-bit numbers for
/// each, under its name. Python's package of that name reads it.
///
/// A name that parameters before it have is followed by `.2`, `.3` and so on; one without a name is
/// called `parameter`.
extension WengertList {
  /// Writes all parameters into a file; it is replaced as a whole or stays as it was.
  /// - Parameter metadata: texts about them, in the order they are written.
  /// - Throws: `FileError` when it cannot be written.
  public func save(
    to path: String, metadata: [(name: String, value: String)] = []
  ) throws(FileError) {
    let tensors = zip(namesInFile, parameters).map { name, parameter in
      let value = value(of: parameter)
      return SafetensorsFile.Tensor(
        name, shape: [value.rows, value.columns], values: value.values)
    }
    try SafetensorsFile(tensors: tensors, metadata: metadata.map { Named($0.name, $0.value) })
      .write(to: path)
  }

  /// Replaces all parameters by those of a file, which ``save(to:metadata:)`` wrote for a list of the
  /// same parameters, or any other program; gradients, which were those of the old ones, become zero.
  /// - Throws: `FileError` when it cannot be read, or has another name, another shape or a number that
  ///   is not finite; then no parameter is replaced.
  public func setParameters(contentsOf path: String) throws(FileError) {
    let tensors = try ModelTensors(contentsOf: path)
    try tensors.expectNames(namesInFile)
    let values = try zip(namesInFile, parameters).map { name, parameter throws(FileError) in
      let shape = shape(of: parameter)
      return Matrix(
        rows: shape.rows, columns: shape.columns,
        try tensors.values(of: name, shape: [shape.rows, shape.columns]))
    }
    zeroGradients()
    do throws(ShapeError) {
      for (parameter, value) in zip(parameters, values) { try setValue(value, of: parameter) }
    } catch {
      throw tensors.error(error.description)
    }
  }

  /// A name for each parameter that no other has, nor the file's own texts.
  private var namesInFile: [String] {
    var taken: Set = [SafetensorsFile.metadataKey]
    return parameters.map { parameter in
      let name = name(of: parameter)
      let first = name.isEmpty ? "parameter" : name
      var (unique, number) = (first, 1)
      while !taken.insert(unique).inserted {
        number += 1
        unique = "\(first).\(number)"
      }
      return unique
    }
  }
}
