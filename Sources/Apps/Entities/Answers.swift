import Entities
import Formats
import Layers
import Terminal

/// What a network takes titles for.
struct Answers {
  /// Titles, some with the label that is right.
  let titles: [(title: String, label: String?)]
  let model: TitleModel
  /// N×K: a row for each title.
  let probabilities: Matrix

  private var isLabelled: Bool { titles.contains { $0.label != nil } }

  /// The likeliest class of a title, and how probable it is.
  private func answer(_ row: Int) -> (told: String, probability: Double) {
    let best = probabilities.argmax(ofRow: row)
    return (model.classes[best], probabilities[row, best])
  }

  /// A line for each title: class, probability, label and verdict where there are labels, title. The
  /// title is the last, so that it need not be cut for a pipe; on a narrow terminal the line is
  /// wrapped rather than without a title.
  func text(on terminal: TerminalCapabilities) -> String {
    let columns = model.classes.map(\.printable.displayWidth).max() ?? 0
    let labelColumns = titles.map { ($0.label ?? "").printable.displayWidth }.max() ?? 0
    return titles.enumerated().map { row, title in
      let (told, probability) = answer(row)
      var line = "\(told.printable.padded(columns))  \(fixed(probability, 4))  "
      if isLabelled {
        let verdict = title.label.map { $0 == told ? "right" : "wrong" } ?? ""
        line +=
          "\((title.label ?? "").printable.padded(labelColumns))  \(verdict.padded(5))  "
      }
      let mark = model.isMostlyUnknown(title.title) ? "  (most letters unknown)" : ""
      let room = max(8, terminal.width - line.displayWidth - mark.displayWidth)
      let text = title.title.printable
      return line + (terminal.isTerminal ? text.shortened(room, terminal) : text) + mark + "\n"
    }.joined()
  }

  /// Probabilities in full; 1 for right and 0 for wrong.
  var csv: String {
    let heading = ["row", "told", "probability", "title"] + (isLabelled ? ["true", "right"] : [])
    let rows = titles.enumerated().map { row, title in
      let (told, probability) = answer(row)
      let verdict = title.label.map { [$0, $0 == told ? "1" : "0"] } ?? ["", ""]
      return csvLine(
        ["\(row + 1)", told, "\(probability)", title.title] + (isLabelled ? verdict : []))
    }
    return csvLine(heading) + rows.joined()
  }

  /// How many are right of those with a label; nil without any.
  var summary: String? {
    let told = titles.indices.filter { titles[$0].label != nil }
    if told.isEmpty { return nil }
    let right = told.count { titles[$0].label == answer($0).told }
    return "\(told.count) labelled title\(told.count == 1 ? "" : "s"), \(right) right: accuracy "
      + percent(Double(right) / Double(told.count))
  }
}
