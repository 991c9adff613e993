/// A file of the package as it stands in a starter. Lines by themselves say what changes:
///
///     // teacher            to // end: left out
///     // starter: TEXT      TEXT
///     // answer: HINT       to // end: the hint and `notWritten()`, where the file is a blank
///
/// A hint may go on in further lines of comment. Comments begin with `//` in Swift and C, else with `#`.
struct MarkedText {
  private let lines: [Substring]
  private let comment: String
  private let isSwift: Bool

  /// The text of a file of this name.
  init(_ text: String, of file: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    isSwift = file.hasSuffix(".swift")
    comment = isSwift || file.hasSuffix(".c") ? "//" : "#"
  }

  /// The file.
  /// - Parameter isBlank: whether the answers are left out; else the markers around them are.
  func text(isBlank: Bool = false) -> String {
    var result: [String] = []
    var state = State.copying
    for line in lines {
      let indent = String(line.prefix { $0 == " " })
      let word = String(line.dropFirst(indent.count))
      let isComment = word.hasPrefix(comment)
      switch state {
      case _ where word == mark("end"): state = .copying
      case .leavingOut: break
      case .copying where word == mark("teacher"): state = .leavingOut
      case .hint where !isComment:
        result.append(indent + (isSwift ? "notWritten()" : "not_written()"))
        state = .leavingOut
      case .solvedHint where isComment: break
      default:
        if let text = rest(of: word, after: "starter: ") {
          result.append(indent + text)
        } else if let hint = rest(of: word, after: "answer: ") {
          state = isBlank ? .hint : .solvedHint
          if isBlank { result.append(indent + mark("Hint: ") + hint) }
        } else {
          result.append(String(line))
          if state == .solvedHint { state = .copying }
        }
      }
    }
    let text = result.joined(separator: "\n")
    return isBlank && isSwift ? importing("Harness", in: text) : text
  }

  private func mark(_ word: String) -> String { "\(comment) \(word)" }

  private func rest(of word: String, after start: String) -> Substring? {
    word.hasPrefix(mark(start)) ? word.dropFirst(mark(start).count) : nil
  }

  private enum State { case copying, leavingOut, hint, solvedHint }

  /// With the import of a module, in its place among the others.
  private func importing(_ module: String, in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let imports = lines.indices.filter { lines[$0].hasPrefix("import ") }
    let own = "import \(module)"
    if imports.contains(where: { lines[$0] == own }) { return text }
    let place = imports.first { lines[$0] > own } ?? imports.last.map { $0 + 1 } ?? 0
    lines.insert(own, at: place)
    return lines.joined(separator: "\n")
  }
}
