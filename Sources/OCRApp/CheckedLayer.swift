import CLibrary
import Formats
import GradientCheck
import Terminal

/// What is told of a layer that was checked.
struct CheckedLayer: Equatable {
  let passed: Bool
  /// Errors in numbers, or why there are none.
  let summary: String
  /// What is wrong, in words.
  var words: [String] = []
  /// The derivative that differs most: its name, that of the element, and both values.
  var worst: [String] = []
  /// What a page draws of it, where there is to be one.
  var derivatives: [ComparedDerivatives] = []

  init(_ report: GradientReport, isDrawn: Bool = false) {
    passed = report.passed
    words = report.brokenPromises + report.diagnosis
    if isDrawn { derivatives = report.derivatives }
    if let failure = report.failure {
      summary = failure
      return
    }
    if !passed && report.error <= report.tolerance {
      summary = "\(report.comparisons) derivatives are right, but:"
      return
    }
    summary =
      "error \(scientific(report.error)), at most \(scientific(report.tolerance)); "
      + "\(report.comparisons) derivatives"
    guard let worst = report.worst else { return }
    self.worst = [
      worst.derivative, worst.element.map { "at \($0)" } ?? "", "\(worst.analytic)",
      "\(worst.numeric)",
    ]
  }

  /// Of a layer that stopped its process.
  init(_ run: ChildProcess, timeLimit: Int) {
    passed = false
    if let line = run.errors.split(separator: UInt8(ascii: "\n")).last,
      line.starts(with: "not written yet".utf8)
    {
      summary = String(decoding: line, as: UTF8.self)
      return
    }
    let trap = Trap(ofLayers: run.errors)
    let reason =
      run.ending == .exited(0)
      ? "ended before its check was over" : run.ending.words(timeLimit: "\(timeLimit)")
    let message = trap.message.map { ": \($0)" } ?? ""
    summary = reason + (trap.place.map { " at \($0)" } ?? "") + message
  }
}

// MARK: From one process to another

extension CheckedLayer {
  /// One line of JSON.
  var text: String {
    func list(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
    let members = [
      JSON.Member("passed", .bool(passed)), JSON.Member("summary", .string(summary)),
      JSON.Member("words", list(words)), JSON.Member("worst", list(worst)),
    ]
    let drawn = JSON.Member("derivatives", .array(derivatives.map(\.json)))
    return JSON.object(derivatives.isEmpty ? members : members + [drawn]).text
  }

  /// What that line says; nil where it is none.
  init?(_ line: some Collection<UInt8>) {
    func list(_ json: JSON?) -> [String]? {
      guard case .array(let items) = json else { return nil }
      return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    guard let object = try? JSON.parse(Array(line)), case .bool(let passed) = object["passed"],
      case .string(let summary) = object["summary"], let words = list(object["words"]),
      let worst = list(object["worst"]), [0, 4].contains(worst.count)
    else { return nil }
    (self.passed, self.summary, self.words, self.worst) = (passed, summary, words, worst)
    derivatives = object["derivatives"]?.array?.compactMap(ComparedDerivatives.init) ?? []
  }
}

// MARK: For a person

extension CheckedLayer {
  /// The verdict, to follow the layer's name, and what there is to say.
  func lines(after name: String, on terminal: TerminalCapabilities) -> String {
    let verdict = terminal.paint(passed ? "pass" : "FAIL", passed ? .green : .red)
    let room = terminal.width - name.displayWidth - 6
    let fits = summary.printable.displayWidth <= room
    let below = (fits ? [] : [summary]) + words
    let lines =
      ["\(verdict)\(fits ? "  \(summary.printable)" : "")"]
      + below.flatMap { $0.printable.wrapped(terminal.width - 4).hanging }
      + worstLines(terminal.width)
    return lines.joined(separator: "\n") + "\n"
  }

  private func worstLines(_ width: Int) -> [String] {
    if worst.isEmpty { return [] }
    let places = ["  worst \(worst[0])", passed || worst[1].isEmpty ? "" : "        \(worst[1])"]
    let values = ["backward    \(worst[2])", "differences \(worst[3])"]
    let column = max(26, places.map(\.displayWidth).max() ?? 0) + 1
    if column + (values.map(\.displayWidth).max() ?? 0) <= width {
      return zip(places, values).map { $0.padded(column) + $1 }
    }
    return places.filter { $0 != "" } + values.map { "        " + $0 }
  }
}

extension [String] {
  /// Indented, all but the first a little more.
  fileprivate var hanging: [String] { enumerated().map { ($0 == 0 ? "  " : "    ") + $1 } }
}
