/// The most classes in a table of which was taken for which: a larger one would help nobody.
package let mostClassesInTable = 300

/// A confusion matrix: rows are the true classes, columns the predicted ones, and the last column says
/// how many of the class were told right. Zeros are dots, so that mistakes show.
///
/// - Parameters:
///   - counts: `counts[t][p]` examples of class t were taken for class p.
///   - heading: what is said of rows and columns: `true \ told`.
package func confusionTable(
  _ counts: [[Int]], classes: [String], heading: String, on terminal: TerminalCapabilities
) -> String {
  guard classes.count <= mostClassesInTable else {
    return "\(classes.count) classes, too many for a table\n"
  }
  var table = Table([heading] + classes + ["right"])
  for (truth, row) in counts.enumerated() {
    let total = row.reduce(0, +)
    let right = total == 0 ? "-" : fixed(100 * Double(row[truth]) / Double(total), 0) + " %"
    let cells = row.map { $0 == 0 ? (terminal.usesUnicode ? "·" : ".") : "\($0)" }
    table.add([classes[truth]] + cells + [right])
  }
  return table.text(on: terminal)
}
