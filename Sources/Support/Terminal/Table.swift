/// A plain-text table: the first column begins at the left, the others (numbers) end at the
/// right.
public struct Table: Sendable {
  private let headings: [String]
  private var rows: [[String]] = []

  /// Makes an empty table.
  public init(_ headings: [String]) {
    self.headings = headings
  }

  /// Adds a row; cells that it lacks stay empty.
  public mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// The table's lines, each cut at `width` columns.
  public func text(width: Int, style: Style) -> String {
    let all = [headings] + rows
    let columns = all.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in
      all.map { column < $0.count ? $0[column].printable.displayWidth : 0 }.max() ?? 0
    }
    return all.enumerated().map { index, cells in
      let line = line(cells, widths).fitting(width)
      return style.paint(line, index == 0 ? .bold : nil).asLine
    }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { index, cell in
      cell.0.printable.padded(cell.1, right: index > 0)
    }
    return padded.joined(separator: "  ")
  }
}
