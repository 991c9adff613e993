/// A plain-text table: the first column begins at the left, the others (numbers) end at the
/// right.
package struct Table {
  private var rows: [[String]] = []

  package init(_ headings: [String]) { add(headings) }

  /// Adds a row; cells that it lacks stay empty.
  package mutating func add(_ cells: [String]) { rows.append(cells.map { $0.printable }) }

  /// The table's lines, each cut at the terminal's width.
  package func text(on terminal: TerminalCapabilities) -> String {
    let columns = rows.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    return rows.enumerated().map { index, cells in
      let padded = zip(cells, widths).enumerated().map { column, cell in
        cell.0.padded(cell.1, right: column > 0)
      }
      let line = padded.joined(separator: "  ").fitting(terminal.width)
      return terminal.paint(line, index == 0 ? .bold : nil).asLine
    }.joined()
  }
}
