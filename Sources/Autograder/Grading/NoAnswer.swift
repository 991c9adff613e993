import Formats
import Wire

/// Why a request has no answer.
public enum NoAnswer: Error, Sendable, Equatable, CustomStringConvertible {
  /// The student has still to write this.
  case notWritten(String)
  /// The function threw an error, which says this.
  case threw(String)
  /// The program ended, used more than it may, or said what is no answer. Nothing more can be asked.
  case stopped(String)

  /// For the report of a hidden case: nothing that the program said, which may be what it was given.
  var textWithoutItsWords: String {
    switch self {
    case .notWritten: "not written yet"
    case .threw: "threw an error"
    case .stopped: "gave no answer"
    }
  }

  /// For an error that nobody expects: of a program of our own.
  public var description: String { text }

  /// For the report.
  public var text: String {
    switch self {
    case .notWritten(let what): what.isEmpty ? "not written yet" : "not written yet: \(what)"
    case .threw(let message): "threw \(message)"
    case .stopped(let reason): reason
    }
  }
}

extension Answer {
  /// What the function returned.
  /// - Throws: why it returned nothing, in words that are safe to print.
  public func tensors() throws(NoAnswer) -> [SafetensorsFile.Tensor] {
    switch self {
    case .tensors(let tensors): return tensors
    case .notWritten(let what): throw .notWritten(escaped(what.utf8, limit: 200))
    case .threw(let message): throw .threw(escaped(message.utf8, limit: 300))
    }
  }
}
