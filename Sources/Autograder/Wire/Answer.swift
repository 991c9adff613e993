import Formats

/// What a student's program says to a request.
public enum Answer: Sendable {
  /// What the function returns.
  case tensors([SafetensorsFile.Tensor])
  /// The function, or what it calls, is not written yet; which that is.
  case notWritten(String)
  /// The function threw an error, which says this.
  case threw(String)

  private static let (outcome, message) = ("outcome", "message")
  private static let (notWrittenWord, threwWord) = ("not written", "threw")

  /// Reads a message.
  /// - Throws: `.data` when it is malformed or has an outcome that is none of the wire's.
  public init(bytes: [UInt8]) throws(FileError) {
    let file = try SafetensorsFile(bytes: bytes, path: "answer")
    func text(_ name: String) -> String? { file.metadata.first { $0.name == name }?.value }
    let message = text(Self.message) ?? ""
    switch text(Self.outcome) {
    case nil: self = .tensors(file.tensors)
    case Self.notWrittenWord: self = .notWritten(message)
    case Self.threwWord: self = .threw(message)
    case let word?: throw FileError(.data, path: "answer", "the outcome \(quoted(word))")
    }
  }

  /// The message.
  public var bytes: [UInt8] {
    func file(_ word: String, _ message: String) -> SafetensorsFile {
      SafetensorsFile(
        tensors: [], metadata: [Named(Self.outcome, word), Named(Self.message, message)])
    }
    return switch self {
    case .tensors(let tensors): SafetensorsFile(tensors: tensors).bytes
    case .notWritten(let message): file(Self.notWrittenWord, message).bytes
    case .threw(let message): file(Self.threwWord, message).bytes
    }
  }
}
