import Learning
import Terminal

extension Evaluation {
  /// The confusion matrix: rows are the true classes, columns the predicted ones, and the last
  /// column says how many of the class were told right. Zeros are dots, so that mistakes show.
  func confusionTable(
    _ classes: [String], _ capabilities: TerminalCapabilities
  ) -> String {
    let style = Style(capabilities)
    var table = Table(["true \\ told"] + classes + ["right"])
    for (truth, row) in confusions.counts.enumerated() {
      let total = row.reduce(0, +)
      let right = total == 0 ? "-" : fixed(100 * Double(row[truth]) / Double(total), 0) + " %"
      let counts = row.map { $0 == 0 ? (style.unicode ? "·" : ".") : "\($0)" }
      table.add([classes[truth]] + counts + [right])
    }
    return table.text(width: capabilities.width, style: style)
  }
}
