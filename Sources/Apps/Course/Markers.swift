/// A file of the package as it stands in a starter. Lines by themselves say what changes:
///
///     // teacher            to // end: left out
///     // starter: TEXT      TEXT
///     // answer: HINT       to // end: the hint and `notWritten()`, where the file is a blank
///
/// A hint may go on in further lines of comment.
struct MarkedText {
  private let lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The file.
  /// - Parameter isBlank: whether the answers are left out; else the markers around them are.
  func text(isBlank: Bool = false) -> String {
    var result: [String] = []
    var state = State.copying
    for line in lines {
      let indent = String(line.prefix { $0 == " " })
      let word = line.dropFirst(indent.count)
      switch (state, word) {
      case (_, "// end"): state = .copying
      case (.leavingOut, _): break
      case (.copying, "// teacher"): state = .leavingOut
      case (.copying, _) where word.hasPrefix("// starter: "):
        result.append(indent + word.dropFirst("// starter: ".count))
      case (.copying, _) where word.hasPrefix("// answer: "):
        state = isBlank ? .hint : .solvedHint
        if isBlank { result.append(indent + "// Hint: " + word.dropFirst("// answer: ".count)) }
      case (.hint, _) where word.hasPrefix("//"): result.append(String(line))
      case (.hint, _):
        result.append(indent + "notWritten()")
        state = .leavingOut
      case (.solvedHint, _) where word.hasPrefix("//"): break
      default:
        state = .copying
        result.append(String(line))
      }
    }
    let text = result.joined(separator: "\n")
    return isBlank ? importing("Harness", in: text) : text
  }

  /// Its answers, line by line.
  var answers: [String] {
    var isAnswer = false
    return lines.compactMap { line in
      let word = line.drop { $0 == " " }
      if word.hasPrefix("// answer: ") { isAnswer = true }
      if word == "// end" { isAnswer = false }
      return isAnswer && !word.hasPrefix("//") ? String(word) : nil
    }
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
