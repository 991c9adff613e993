import Formats
import Grading
import Wire

/// A folder that says what is asked and what is right:
///
/// - `questions.json`: `letters`, the folder of the letters as seen from this one, and `questions`, each
///   with `id`, `title` and `parts`, each with `id`, `title` and `points`;
/// - a folder for each part, with `1.request.safetensors` and `1.right.safetensors`, and so on.
///
/// A request is a message as docs/grading.md describes it. Its metadata may also have `letters.NAME`: the
/// tensors `NAME_x` and `NAME_y` are then the letters of that file (`letters.`: `x`). What is right is an
/// answer; its metadata has a `title`, a `tolerance`, and `hidden` where no number is to be shown. A
/// request for differences has nothing beside it.
package struct CaseFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  var list: String { "\(path)/questions.json" }

  func request(_ part: String, _ k: Int) -> String { "\(path)/\(part)/\(k).request.safetensors" }

  func right(_ part: String, _ k: Int) -> String { "\(path)/\(part)/\(k).right.safetensors" }
}

/// What the metadata of both files say beside what goes over the wire.
enum CaseKey {
  static let (title, tolerance, hidden) = ("title", "tolerance", "hidden")
  static let letters = "letters."
}

extension CaseFolder {
  /// Writes questions, where nothing is yet.
  /// - Parameter letters: the folder of the letters, from this one.
  /// - Throws: `.cannotCreate`, `.inputOutput`; what a part could not read.
  package func write(_ questions: [QuestionPlan], letters: String) throws(FileError) {
    for part in questions.flatMap(\.parts) {
      try createDirectories("\(path)/\(part.id)")
      switch part.contents {
      case .unreadable(let error): throw error
      case .differences(let request):
        try writeAtomically(request.bytes, to: self.request(part.id, 1))
      case .cases(let cases):
        for (k, `case`) in cases.enumerated() {
          try writeAtomically(`case`.requestBytes, to: request(part.id, k + 1))
          try `case`.rightFile.write(to: right(part.id, k + 1))
        }
      }
    }
    try writeAtomically(Array(text(questions, letters).utf8), to: list)
  }

  /// A line per part, to be edited by hand.
  private func text(_ questions: [QuestionPlan], _ letters: String) -> String {
    let texts = questions.map { question in
      let parts = question.parts.map { part in
        "  "
          + JSON.object([
            Named("id", .string(part.id)), Named("title", .string(part.title)),
            Named("points", number(part.points)),
          ]).text
      }
      let heading = [question.id, question.title].map { JSON.string($0).text }
      return " {\"id\":\(heading[0]),\"title\":\(heading[1]),\"parts\":[\n"
        + parts.joined(separator: ",\n") + "]}"
    }
    return "{\"letters\":\(JSON.string(letters).text),\"questions\":[\n"
      + texts.joined(separator: ",\n") + "]}\n"
  }

  private func number(_ points: Double) -> JSON {
    Int(exactly: points).map(JSON.integer) ?? .number(points)
  }
}

extension Case {
  /// The message, without the letters that are in files.
  fileprivate var requestBytes: [UInt8] {
    let inFiles = letters.flatMap { tensorNames(ofLetters: $0.name) }
    return Request(
      request.function,
      texts: request.texts + letters.map { Named(CaseKey.letters + $0.name, $0.value) },
      tensors: request.tensors.filter { !inFiles.contains($0.name) }
    ).bytes
  }

  fileprivate var rightFile: SafetensorsFile {
    let tolerance = expected.map(\.tolerance).max() ?? 0
    let metadata = [Named(CaseKey.title, title), Named(CaseKey.tolerance, "\(tolerance)")]
    return SafetensorsFile(
      tensors: expected.map(\.value),
      metadata: metadata + (isHidden ? [Named(CaseKey.hidden, "true")] : []))
  }
}

/// The tensors that a set of letters is.
func tensorNames(ofLetters name: String) -> [String] {
  name.isEmpty ? ["x"] : [name + "_x", name + "_y"]
}
