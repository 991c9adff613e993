/// The tensors of a model's file, taken by name; all that it throws is about this file.
public struct ModelTensors: Sendable {
  /// The file.
  public let file: SafetensorsFile
  private let path: String

  /// The tensors of a file that was read; `path` is its name in errors.
  public init(_ file: SafetensorsFile, path: String) {
    (self.file, self.path) = (file, path)
  }

  /// Reads a file; `-` is standard input.
  /// - Throws: what `readFile` throws, and `.data` if it is no file of tensors.
  public init(contentsOf path: String) throws(FileError) {
    self.init(try SafetensorsFile.read(path), path: path)
  }

  /// Reads a file that is given together with the path of data, which may have been taken for each
  /// other.
  /// - Throws: what ``init(contentsOf:)`` throws.
  public init(contentsOf path: String, beside data: String) throws(FileError) {
    do throws(FileError) {
      try self.init(contentsOf: path)
    } catch {
      let isSwapped =
        error.kind == .data && data != "-" && (try? SafetensorsFile.read(data)) != nil
      throw isSwapped
        ? FileError(
          .data, path: path, error.message + "; the model is \(quoted(data)): are the two swapped?")
        : error
    }
  }

  /// The file is wrong.
  public func error(_ message: String) -> FileError { FileError(.data, path: path, message) }

  /// Makes sure that there are tensors of these names, in any order, and no others.
  public func expectNames(_ expected: [String]) throws(FileError) {
    let found = file.tensors.map(\.name)
    let lists = "found \(listed(found)), expected \(listed(expected))"
    if let missing = expected.first(where: { !found.contains($0) }) {
      throw error("holds no tensor \(quoted(missing)): \(lists)")
    }
    if let surplus = found.first(where: { !expected.contains($0) }) {
      throw error("holds a tensor \(quoted(surplus)) too many: \(lists)")
    }
  }

  /// The shape of a matrix of at least one row and `columns` columns, which errors call `expected`.
  public func shape(
    of name: String, columns least: Int = 1, expected: String
  ) throws(FileError) -> (rows: Int, columns: Int) {
    let shape = try tensor(name).shape
    guard shape.count == 2, shape[0] >= 1, shape[1] >= least else {
      throw error("\(name) has shape \(listed(shape)), expected \(expected)")
    }
    return (shape[0], shape[1])
  }

  /// The values of a tensor of this shape, which must be finite.
  public func values(of name: String, shape: [Int]) throws(FileError) -> [Double] {
    let tensor = try tensor(name)
    guard tensor.shape == shape else {
      throw error("\(name) has shape \(listed(tensor.shape)), expected \(shape)")
    }
    if let index = tensor.values.firstIndex(where: { !$0.isFinite }) {
      throw error(
        "\(name)\(place(of: index, in: shape)) is \(tensor.values[index]), expected a finite number"
      )
    }
    return tensor.values
  }

  private func tensor(_ name: String) throws(FileError) -> SafetensorsFile.Tensor {
    if let tensor = file.tensors.first(where: { $0.name == name }) { return tensor }
    throw error("holds no tensor \(quoted(name)): found \(listed(file.tensors.map(\.name)))")
  }
}

/// The indices, one per axis, of the value with this number.
private func place(of index: Int, in shape: [Int]) -> [Int] {
  var (rest, place) = (index, [Int]())
  for length in shape.reversed() {
    place.insert(rest % length, at: 0)
    rest /= length
  }
  return place
}
