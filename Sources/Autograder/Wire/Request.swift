import Formats

/// What the grader asks: a function's name, and what it is applied to.
public struct Request: Sendable {
  /// Such as `linear.backward`.
  public let function: String
  /// Numbers that are no tensors, and the words `of` and `initialization`.
  public let texts: [Named<String>]
  /// The tensors, each with two axes.
  public let tensors: [SafetensorsFile.Tensor]

  private static let functionKey = "function"

  /// A question about a function.
  public init(
    _ function: String, texts: [Named<String>] = [], tensors: [SafetensorsFile.Tensor]
  ) {
    (self.function, self.texts, self.tensors) = (function, texts, tensors)
  }

  /// Reads a message; `path` is where it came from, in errors.
  /// - Throws: `.data` when it is malformed, names no function or has a tensor without two axes.
  public init(bytes: [UInt8], path: String = "request") throws(FileError) {
    let file = try SafetensorsFile(bytes: bytes, path: path)
    guard let function = file.metadata.first(where: { $0.name == Self.functionKey }) else {
      throw FileError(.data, path: path, "the metadata names no \(Self.functionKey)")
    }
    for tensor in file.tensors where tensor.shape.count != 2 {
      throw FileError(
        .data, path: path,
        "\(quoted(tensor.name)) has \(tensor.shape.count) axes, where 2 are expected")
    }
    self.init(
      function.value, texts: file.metadata.filter { $0.name != Self.functionKey },
      tensors: file.tensors)
  }

  /// The message.
  public var bytes: [UInt8] {
    SafetensorsFile(tensors: tensors, metadata: [Named(Self.functionKey, function)] + texts).bytes
  }
}

extension Request {
  /// The tensor of this name.
  public subscript(name: String) -> SafetensorsFile.Tensor? {
    tensors.first { $0.name == name }
  }

  /// The text of this name.
  public func text(_ name: String) -> String? { texts.first { $0.name == name }?.value }
}
