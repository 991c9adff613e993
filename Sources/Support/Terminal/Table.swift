/// A plain-text table: the first column begins at the left, the others (numbers) end at the
/// right.
package struct Table {
  private let headings: [String]
  private var rows: [[String]] = []

  package init(_ headings: [String]) { self.headings = headings }

  /// Adds a row; cells that it lacks stay empty.
  package mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table's lines, each cut at the terminal's width.
  package func text(on terminal: TerminalCapabilities) -> String {
    let all = [headings] + rows
    let columns = all.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in
      all.map { column < $0.count ? $0[column].printable.displayWidth : 0 }.max() ?? 0
    }
    return all.enumerated().map { index, cells in
      let line = line(cells, widths).fitting(terminal.width)
      return terminal.paint(line, index == 0 ? .bold : nil).asLine
    }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { index, cell in
      cell.0.printable.padded(cell.1, right: index > 0)
    }
    return padded.joined(separator: "  ")
  }
}
