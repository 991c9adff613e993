/// A small chart of values over epochs, one or two lines, at most 72 columns wide.
///
/// The second line is dashed, in ASCII of another mark (`@` where both meet), so that the two can
/// be told apart without colour.
package struct LineChart {
  /// A line: its name and a value for each epoch from 1 on. Where a value is not finite the line
  /// has a gap.
  package typealias Series = (name: String, values: [Double])

  private static let rows = 12
  private static let colors: [TerminalCapabilities.Color] = [.cyan, .yellow]
  private static let marks = ["*", "o"]

  private let series: [Series]
  private let terminal: TerminalCapabilities
  private let epochs: Int
  private let axis: PlotAxis
  /// Columns in all, for the axis's labels with a space, and for the lines.
  private let width, margin, columns: Int

  package init(_ series: [Series], on terminal: TerminalCapabilities) {
    (self.series, self.terminal) = (series, terminal)
    epochs = series.map { $0.values.count }.max() ?? 0
    axis = PlotAxis(around: series.flatMap { $0.values }, intervals: 5)
    width = min(terminal.width, 72)
    margin = (axis.ticks.map { [axis] in axis.label($0).count }.max() ?? 0) + 1
    columns = width - margin - 1
  }

  /// The chart's lines, or nothing where there is no finite value; where the width is too little, a
  /// line that says so.
  package var text: String {
    let hasValues = series.contains { $0.values.contains(where: PlotAxis.holds) }
    guard hasValues else { return "" }
    guard columns >= 8 else {
      return "no room for a chart".shortened(terminal.width, terminal).asLine
    }
    let plots = series.enumerated().map { index, series in
      plot(series.values, dashed: index > 0 && terminal.usesUnicode)
    }
    let lines = plotLines(plots) + epochAxis(plots[0]) + legend
    return lines.map { $0.asLine }.joined()
  }

  private func plot(_ values: [Double], dashed: Bool) -> DotRaster {
    var raster = DotRaster(columns: columns, rows: Self.rows, unicode: terminal.usesUnicode)
    var last: (x: Int, y: Int)?
    var length = 0
    for (index, value) in values.enumerated() {
      guard PlotAxis.holds(value) else {
        last = nil
        continue
      }
      let dot = (x: dotColumn(index, raster), y: dotRow(value, raster))
      for step in last.map({ DotRaster.line(from: $0, to: dot) }) ?? [dot] {
        if !dashed || length % 6 < 3 { raster.set(step.x, step.y) }
        length += 1
      }
      last = dot
    }
    return raster
  }

  /// The dot column of the value at `index`: the first at the left edge, the last at the right.
  private func dotColumn(_ index: Int, _ raster: DotRaster) -> Int {
    index * (columns * raster.across - 1) / max(1, epochs - 1)
  }

  private func dotRow(_ value: Double, _ raster: DotRaster) -> Int {
    Int(((1 - axis.share(value)) * Double(Self.rows * raster.down - 1)).rounded())
  }

  private func plotLines(_ plots: [DotRaster]) -> [String] {
    var labels: [Int: String] = [:]
    for tick in axis.ticks { labels[dotRow(tick, plots[0]) / plots[0].down] = axis.label(tick) }
    let (line, tick) = terminal.usesUnicode ? ("│", "┤") : ("|", "+")
    return (0..<Self.rows).map { row in
      let cells = (0..<columns).map { column in
        cell(plots.map { $0.cells[row * columns + column] })
      }
      let label = (labels[row] ?? "").padded(margin - 1, right: true)
      return label + " " + terminal.paint(labels[row] == nil ? line : tick, .faint) + cells.joined()
    }
  }

  /// The character where the lines have set `dots`, in the colour of the first that has any.
  private func cell(_ dots: [UInt8]) -> String {
    guard let first = dots.firstIndex(where: { $0 != 0 }) else { return " " }
    let isShared = dots.allSatisfy { $0 != 0 } && dots.count > 1
    let braille = Unicode.Scalar(0x2800 + UInt32(dots.reduce(0, |))).map { String($0) }
    let mark = terminal.usesUnicode ? braille ?? " " : isShared ? "@" : Self.marks[first]
    return terminal.paint(mark, Self.colors[first])
  }

  private func epochAxis(_ plot: DotRaster) -> [String] {
    let (corner, line, tick) = terminal.usesUnicode ? ("└", "─", "┬") : ("+", "-", "+")
    var marks = Array(repeating: line, count: columns)
    var labels = ""
    let axis = PlotAxis(around: [0, Double(max(1, epochs))], intervals: 5, isWhole: true)
    for epoch in [1] + axis.ticks.map({ Int($0) }) where epoch >= 1 && epoch <= epochs {
      let text = "\(epoch)"
      let column = dotColumn(epoch - 1, plot) / plot.across
      let start = min(column - (text.count - 1) / 2, columns - text.count)
      guard labels.isEmpty || start > labels.count else { continue }
      marks[column] = tick
      labels = labels.padded(start) + text
    }
    let indent = String(repeating: " ", count: margin)
    return [indent + terminal.paint(corner + marks.joined(), .faint), indent + " " + labels]
  }

  /// What the lines are, in as many lines as it takes.
  private var legend: [String] {
    let samples = terminal.usesUnicode ? ["⠤⠤⠤⠤", "⠤⠄⠠⠤"] : Self.marks
    var entries = zip(samples, series).map { ($0, $1.name.printable) }
    if !terminal.usesUnicode, series.count > 1 { entries.append(("@", "both")) }
    entries.append(("over", "epochs"))
    let indent = margin + 1
    var lines: [String] = []
    var used = width
    for (index, (mark, name)) in entries.enumerated() {
      let name = name.shortened(width - indent - mark.displayWidth - 1, terminal)
      let entry = terminal.paint(mark, index < series.count ? Self.colors[index] : nil) + " " + name
      let columns = mark.displayWidth + 1 + name.displayWidth
      if used + 3 + columns > width {
        lines.append(String(repeating: " ", count: indent) + entry)
        used = indent + columns
      } else {
        lines[lines.count - 1] += "   " + entry
        used += 3 + columns
      }
    }
    return lines
  }
}
