extension Plot {
  /// The plot as a drawing, as wide as `size` says and as high as it takes.
  ///
  /// Each curve is a group of the class `curve` and each set of markers one of the class `points`,
  /// with its name as `data-series`; `PlotFrame.data` says where the numbers lie.
  package var svg: SVG {
    let frame = PlotFrame(self)
    let axes = PlotAxes(frame: frame, xLabel: xLabel, yLabel: yLabel)
    let title = title.isEmpty ? "\(yLabel) over \(xLabel)" : title
    var svg = SVG(
      width: frame.width, height: frame.height, title: title,
      description: description ?? words(AxisWords(frame, xLabel: xLabel)))
    svg.data = frame.data
    axes.drawGrid(&svg)
    for layer in layers { layer.draw(&svg, in: frame) }
    axes.draw(&svg)
    PlotTitle(self).draw(&svg)
    PlotLegend(self).draw(&svg, top: 15 + PlotTitle(self).height)
    EndLabels(self).draw(&svg, in: frame)
    drawMarks(&svg, in: frame)
    return svg
  }

  /// A sentence for each set of data and each mark, after one for the axes.
  private func words(_ axes: AxisWords) -> String {
    let named = layers.map { ($0.name, $0.words(axes)) }.filter { !$0.0.isEmpty }
    let marked = marks.map { ($0.name, axes.place($0.point)) }
    let sentences = (named + marked).map { " \($0): \($1)." }
    return "\(yLabel) over \(xLabel).\(sentences.joined())"
  }

  private func drawMarks(_ svg: inout SVG, in frame: PlotFrame) {
    let lines = layers.flatMap(\.pieces).flatMap { dense($0.map(frame.place)) }
    var taken: [Box] = []
    for mark in marks { mark.draw(&svg, in: frame, lines, &taken) }
  }
}

/// Places along straight lines from point to point, a few pixels from each other.
private func dense(_ points: [SVG.Place]) -> [SVG.Place] {
  zip(points, points.dropFirst()).reduce(into: points) { result, line in
    let (from, to) = line
    let steps = Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 4)
    for step in 0..<steps {
      let share = Double(step) / Double(steps)
      result.append((from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)))
    }
  }
}
