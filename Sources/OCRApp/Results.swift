import Learning
import Terminal

extension Evaluation {
  /// The confusion matrix: rows are the true letters, columns the predicted ones, and the last
  /// column says how many of the letter were read right. Zeros are dots, so that mistakes show.
  func confusionTable(_ capabilities: TerminalCapabilities) -> String {
    let style = Style(capabilities)
    var table = Table(["true \\ read"] + letters + ["right"])
    for (truth, row) in confusions.counts.enumerated() {
      let total = row.reduce(0, +)
      let right = total == 0 ? "-" : fixed(100 * Double(row[truth]) / Double(total), 0) + " %"
      let counts = row.map { $0 == 0 ? (style.unicode ? "·" : ".") : "\($0)" }
      table.add([letters[truth]] + counts + [right])
    }
    return table.text(width: capabilities.width, style: style)
  }
}
