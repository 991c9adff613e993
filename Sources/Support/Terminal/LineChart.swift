/// A small chart of values over epochs, one or two lines, at most 72 columns wide.
public struct LineChart: Sendable {
  /// A line: its name and a value for each epoch from 1 on. Where a value is not finite the line
  /// has a gap.
  public struct Series: Sendable {
    let name: String
    let values: [Double]

    /// Names a line.
    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }

    /// The values that can be drawn.
    var drawable: [Double?] { values.map { PlotAxis.holds($0) ? $0 : nil } }
  }

  private static let rows = 12
  private static let colors: [Style.Color] = [.cyan, .yellow]
  private static let marks = ["*", "o"]

  private let series: [Series]
  private let epochs: Int

  /// Describes a chart of one or two lines; further ones are not drawn.
  public init(_ series: [Series]) {
    self.series = Array(series.prefix(2))
    epochs = series.map { $0.values.count }.max() ?? 0
  }

  /// The chart's lines, or nothing where there is no finite value or too little width.
  ///
  /// The second line is dashed, in ASCII of another mark (`@` where both meet), so that the two
  /// can be told apart without colour.
  public func text(width: Int, style: Style) -> String {
    let values = series.flatMap { $0.values }.filter(PlotAxis.holds)
    let axis = PlotAxis(around: values, intervals: 5)
    let margin = (axis.ticks.map { axis.label($0).count }.max() ?? 0) + 1
    let columns = min(width, 72) - margin - 1
    guard !values.isEmpty, columns >= 8 else { return "" }
    let plots = series.enumerated().map { index, series in
      plot(series, dashed: index > 0 && style.unicode, axis, columns, style)
    }
    let lines =
      plotLines(plots, axis, margin, style) + epochAxis(plots[0], margin, style)
      + [legend(margin, min(width, 72), style)]
    return lines.map { $0.asLine }.joined()
  }

  private func plot(
    _ series: Series, dashed: Bool, _ axis: PlotAxis, _ columns: Int, _ style: Style
  ) -> DotRaster {
    var raster = DotRaster(columns: columns, rows: Self.rows, unicode: style.unicode)
    var last: (x: Int, y: Int)?
    var length = 0
    for (index, value) in series.drawable.enumerated() {
      guard let value else {
        last = nil
        continue
      }
      let bottom = Self.rows * raster.down - 1
      let y = Int(((1 - axis.share(value)) * Double(bottom)).rounded())
      let dot = (x: dotColumn(index, columns * raster.across), y: y)
      for step in last.map({ DotRaster.line(from: $0, to: dot) }) ?? [dot] {
        if !dashed || length % 6 < 3 { raster.set(step.x, step.y) }
        length += 1
      }
      last = dot
    }
    return raster
  }

  /// The dot column of the value at `index`: the first at the left edge, the last at the right.
  private func dotColumn(_ index: Int, _ columns: Int) -> Int {
    index * (columns - 1) / max(1, epochs - 1)
  }

  private func plotLines(
    _ plots: [DotRaster], _ axis: PlotAxis, _ margin: Int, _ style: Style
  ) -> [String] {
    let down = plots[0].down
    let bottom = Double(Self.rows * down - 1)
    var labels: [Int: String] = [:]
    for tick in axis.ticks {
      labels[Int(((1 - axis.share(tick)) * bottom).rounded()) / down] = axis.label(tick)
    }
    return (0..<Self.rows).map { row in
      let mark = style.unicode ? (labels[row] == nil ? "│" : "┤") : (labels[row] == nil ? "|" : "+")
      let cells = (0..<plots[0].columns).map { column in
        cell(plots.map { $0.cells[row * $0.columns + column] }, style)
      }
      let label = (labels[row] ?? "").padded(margin - 1, right: true)
      return label + " " + style.paint(mark, .faint) + cells.joined()
    }
  }

  /// The character where the lines have set `dots`, in the colour of the first that has any.
  private func cell(_ dots: [UInt8], _ style: Style) -> String {
    guard let first = dots.firstIndex(where: { $0 != 0 }) else { return " " }
    let isShared = dots.allSatisfy { $0 != 0 } && dots.count > 1
    let braille = Unicode.Scalar(0x2800 + UInt32(dots.reduce(0, |))).map { String($0) }
    let mark = style.unicode ? braille ?? " " : isShared ? "@" : Self.marks[first]
    return style.paint(mark, Self.colors[first])
  }

  private func epochAxis(_ plot: DotRaster, _ margin: Int, _ style: Style) -> [String] {
    let (corner, line, tick) = style.unicode ? ("└", "─", "┬") : ("+", "-", "+")
    var marks = Array(repeating: line, count: plot.columns)
    var labels = ""
    let axis = PlotAxis(around: [0, Double(max(1, epochs))], intervals: 5)
    for epoch in [1] + axis.ticks.map({ Int($0) }) where epoch >= 1 && epoch <= epochs {
      let text = "\(epoch)"
      let column = dotColumn(epoch - 1, plot.columns * plot.across) / plot.across
      let start = min(column - (text.count - 1) / 2, plot.columns - text.count)
      guard labels.isEmpty || start > labels.count else { continue }
      marks[column] = tick
      labels = labels.padded(start) + text
    }
    let indent = String(repeating: " ", count: margin)
    return [indent + style.paint(corner + marks.joined(), .faint), indent + " " + labels]
  }

  /// As much of the legend as fits.
  private func legend(_ margin: Int, _ width: Int, _ style: Style) -> String {
    let samples = style.unicode ? ["⠤⠤⠤⠤", "⠤⠄⠠⠤"] : Self.marks
    var entries = zip(samples, series).map { ($0, $1.name.printable) }
    if !style.unicode, series.count > 1 { entries.append(("@", "both")) }
    entries.append(("over", "epochs"))
    var line = String(repeating: " ", count: margin + 1)
    var used = margin + 1
    for (index, entry) in entries.enumerated() {
      used += entry.0.displayWidth + 1 + entry.1.displayWidth
      guard used <= width else { break }
      let color = index < series.count ? Self.colors[index] : nil
      line += style.paint(entry.0, color) + " " + entry.1 + "   "
      used += 3
    }
    return line
  }
}
