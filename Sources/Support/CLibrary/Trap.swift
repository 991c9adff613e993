/// What a Swift program left on standard error when it stopped itself: a message, and where in the
/// source that was, as far as the runtime's backtrace tells.
package struct Trap {
  /// Such as `row 3 of 2×3`, or `in Array.subscript.getter` where optimisation left no message.
  package let message: String?
  /// Such as `Sources/Layers/Sigmoid.swift:20`, or the function where optimisation left no line.
  package let place: String?

  /// The environment variable that makes the runtime say where, in a fraction of a second.
  package static let backtrace =
    "SWIFT_BACKTRACE=enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none"

  /// - Parameters:
  ///   - functions: beginnings of functions that are told where no caller's line is known.
  ///   - isHelper: whether a file, by its path, is of functions that trap for the sake of their callers;
  ///     their place is told only when nothing else is known.
  package init(
    _ errors: [UInt8], functions: [String] = [],
    isHelper: (_ path: String) -> Bool = { _ in false }
  ) {
    let lines = errors.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map { String(decoding: $0.prefix(2000), as: UTF8.self) }
    let frames = lines.compactMap(Frame.init)
    let words = [
      ("Fatal error: ", ""), ("*** Swift runtime failure: ", " ***"),
      ("*** Program crashed: ", " at 0x"),
    ]
    // How the processor says that a program stopped itself.
    let silent = ["Illegal instruction", "System trap"]
    let said = words.lazy.compactMap { begin, end in
      lines.lazy.compactMap { $0.text(after: begin, before: end) }.first { !silent.contains($0) }
    }.first
    message = said ?? frames.first.map { "in " + $0.function }
    let places = frames.filter { $0.line != nil }
    let caller = places.first { !isHelper($0.path) }?.place
    let function = frames.lazy.map(\.function).first { name in
      functions.contains { name.hasPrefix($0) }
    }
    place = caller ?? function ?? places.first?.place
  }
}

extension Trap {
  // teacher
  /// In a program of layers matrices and the loops of the kernels trap for their callers.
  package init(ofLayers errors: [UInt8]) {
    self.init(errors) { $0.contains("/Sources/Kernels/") }
  }
  // end
  // starter: /// Nothing of the framework traps but for the sake of an answer.
  // starter: package init(ofLayers errors: [UInt8]) {
  // starter:   let answers = [
  // starter:     "Linear.", "Sigmoid.", "Softmax.", "CrossEntropy.", "NNForward(", "NNBackward(",
  // starter:     "static SGD.", "prediction(", "trainAndTest(",
  // starter:   ]
  // starter:   self.init(errors, functions: answers) { path in
  // starter:     path.contains("/Framework/Sources/") || path.hasSuffix("/MyAnswers.swift")
  // starter:   }
  // starter: }
}

/// A line of a backtrace: `1 [ra] 0x0000561b f(_:) + 7 in ocr at …/Sources/a.swift:21:39`.
private struct Frame {
  let function: String
  let path: String
  let line: Int?

  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let address = words.firstIndex(where: { $0.hasPrefix("0x") }), Int(words[0]) != nil,
      let end = words.lastIndex(of: "in"), let at = words.lastIndex(of: "at"), address < end,
      end < at
    else { return nil }
    let name = words[(address + 1)..<end].filter { $0 != "specialized" }
    function = name.prefix { $0 != "+" }.joined(separator: " ")
    let place = words[(at + 1)...].joined(separator: " ").split(separator: ":")
    path = String(place.first ?? "")
    line = place.count > 1 && !path.contains("<compiler") ? Int(place[1]) : nil
  }

  /// The path from `Sources` on, as it is in the checkout.
  var place: String? {
    guard let line else { return nil }
    let parts = path.split(separator: "/")
    let shown = parts.lastIndex(of: "Sources").map { parts[$0...].joined(separator: "/") } ?? path
    return "\(shown):\(line)"
  }
}

extension String {
  /// What stands between two texts; a second one that is empty is the end.
  fileprivate func text(after begin: String, before end: String) -> String? {
    guard let start = firstRange(of: begin)?.upperBound else { return nil }
    let rest = self[start...]
    if end.isEmpty { return String(rest) }
    return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) }
  }
}
