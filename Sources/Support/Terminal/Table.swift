/// A plain-text table: the first column begins at the left, the others (numbers) end at the
/// right.
package struct Table {
  private var rows: [[String]] = []

  package init(_ headings: [String]) { add(headings) }

  /// Adds a row; cells that it lacks stay empty.
  package mutating func add(_ cells: [String]) { rows.append(cells.map { $0.printable }) }

  /// The table's lines. In a file or a pipe nothing is left out. On a terminal that is too narrow the
  /// columns are folded: what does not fit follows below, beside the first column, under a line that
  /// says which columns these are.
  package func text(on terminal: TerminalCapabilities) -> String {
    let widths = widths
    let parts = parts(terminal, widths)
    return parts.enumerated().map { index, columns in
      guard index > 0, let first = columns.first, let last = columns.last else {
        return text(columns, widths, on: terminal)
      }
      let numbers = first == last ? "column \(first)" : "columns \(first)-\(last)"
      let note = "\(numbers) of \(widths.count - 1):".shortened(terminal.width, terminal)
      return "\n" + terminal.paint(note, .faint) + "\n" + text(columns, widths, on: terminal)
    }.joined()
  }

  /// The widest cell of each column.
  private var widths: [Int] {
    let columns = rows.map { $0.count }.max() ?? 0
    return (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
    }
  }

  /// The columns from the second on, in groups that fit beside the first.
  private func parts(_ terminal: TerminalCapabilities, _ widths: [Int]) -> [[Int]] {
    guard terminal.isTerminal else { return [Array(widths.indices.dropFirst())] }
    var parts: [[Int]] = [[]]
    let first = firstWidth(terminal, widths)
    var used = first
    for (column, width) in widths.enumerated().dropFirst() {
      if used + 2 + width > terminal.width, parts.last != [] {
        parts.append([])
        used = first
      }
      parts[parts.count - 1].append(column)
      used += 2 + width
    }
    return parts
  }

  /// The first column's; on a terminal at most half of it, so that another one fits beside it.
  private func firstWidth(_ terminal: TerminalCapabilities, _ widths: [Int]) -> Int {
    let (first, second) = (widths.first ?? 0, widths.dropFirst().max() ?? 0)
    guard terminal.isTerminal, first + 2 + second > terminal.width else { return first }
    return min(first, max(terminal.width - 2 - second, terminal.width / 2))
  }

  private func text(
    _ columns: [Int], _ widths: [Int], on terminal: TerminalCapabilities
  ) -> String {
    let first = firstWidth(terminal, widths)
    return rows.enumerated().map { index, cells in
      let cell = (cells.first ?? "").shortened(first, terminal).padded(first)
      let others = columns.filter { $0 < cells.count }.map {
        cells[$0].padded(widths[$0], right: true)
      }
      var line = ([cell] + others).joined(separator: "  ")
      if terminal.isTerminal { line = line.shortened(terminal.width, terminal) }
      return terminal.paint(line, index == 0 ? .bold : nil).asLine
    }.joined()
  }
}
