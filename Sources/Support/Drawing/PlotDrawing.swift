import Terminal

extension Plot {
  /// The plot as a drawing of 720 × 480.
  package var svg: SVG {
    let frame = Frame(around: layers.flatMap(\.layer.extent))
    var svg = SVG(width: 720, height: 480)
    for layer in layers { svg.draw(layer.layer, layer.color, in: frame) }
    svg.drawAxes(frame, xLabel, yLabel)
    svg.text(title, at: (frame.left, 24), size: 16)
    svg.drawLegend(layers.filter { !$0.name.isEmpty }, in: frame)
    return svg
  }
}

/// Where the axes' ends lie in the drawing.
private struct Frame {
  let x, y: PlotAxis
  let left = 72.0
  let right = 700.0
  let top = 64.0
  let bottom = 424.0

  init(around points: [Plot.Point]) {
    x = PlotAxis(around: points.lazy.map(\.x), intervals: 8)
    y = PlotAxis(around: points.lazy.map(\.y), intervals: 6)
  }

  func place(_ point: Plot.Point) -> (x: Double, y: Double) {
    (left + x.share(point.x) * (right - left), bottom - y.share(point.y) * (bottom - top))
  }
}

private func isDrawable(_ point: Plot.Point) -> Bool {
  PlotAxis.holds(point.x) && PlotAxis.holds(point.y)
}

extension Plot.Layer {
  /// Points that the axes must hold.
  fileprivate var extent: [Plot.Point] {
    switch self {
    case .points(let points, _, _), .curve(let points): points.filter(isDrawable)
    case .regions(let regions, _):
      [(regions.x.lowerBound, regions.y.lowerBound), (regions.x.upperBound, regions.y.upperBound)]
    }
  }
}

extension SVG {
  fileprivate mutating func draw(_ layer: Plot.Layer, _ color: String, in frame: Frame) {
    switch layer {
    case .points(let points, let radius, let opacity):
      for point in points where isDrawable(point) {
        circle(frame.place(point), radius: radius, fill: color, opacity: opacity)
      }
    case .curve(let points):
      for piece in points.split(whereSeparator: { !isDrawable($0) }) {
        polyline(piece.map(frame.place), stroke: color, width: 2)
      }
    case .regions(let regions, let colors): draw(regions, colors, in: frame)
    }
  }

  private mutating func draw(_ regions: Regions, _ colors: [String], in frame: Frame) {
    let low = frame.place((regions.x.lowerBound, regions.y.lowerBound))
    let high = frame.place((regions.x.upperBound, regions.y.upperBound))
    let height = (low.y - high.y) / Double(regions.rows.count)
    for row in regions.rows.indices {
      let width = (high.x - low.x) / Double(regions.rows[row].count)
      for run in regions.runs(ofRow: row) where colors.indices.contains(run.number) {
        rectangle(
          x: low.x + width * Double(run.columns.lowerBound), y: low.y - height * Double(row + 1),
          width: width * Double(run.columns.count), height: height, fill: colors[run.number],
          opacity: 0.2)
      }
    }
  }

  fileprivate mutating func drawAxes(_ frame: Frame, _ xLabel: String, _ yLabel: String) {
    let ink = "#222222"
    polyline(
      [(frame.left, frame.top), (frame.left, frame.bottom), (frame.right, frame.bottom)],
      stroke: ink)
    for tick in frame.x.ticks {
      let x = frame.place((tick, frame.y.low)).x
      polyline([(x, frame.bottom), (x, frame.bottom + 5)], stroke: ink)
      text(frame.x.label(tick), at: (x, frame.bottom + 20), anchor: .middle, size: 12)
    }
    for tick in frame.y.ticks {
      let y = frame.place((frame.x.low, tick)).y
      polyline([(frame.left - 5, y), (frame.left, y)], stroke: ink)
      text(frame.y.label(tick), at: (frame.left - 9, y + 4), anchor: .end, size: 12)
    }
    text(xLabel, at: ((frame.left + frame.right) / 2, frame.bottom + 44), anchor: .middle)
    text(yLabel, at: (22, (frame.top + frame.bottom) / 2), anchor: .middle, turned: true)
  }

  /// In one line between title and plot, where no point can lie.
  fileprivate mutating func drawLegend(
    _ entries: [(layer: Plot.Layer, name: String, color: String)], in frame: Frame
  ) {
    var x = frame.left
    let y = frame.top - 16
    for entry in entries {
      if case .curve = entry.layer {
        polyline([(x, y - 4), (x + 20, y - 4)], stroke: entry.color, width: 2)
      } else {
        circle((x + 10, y - 4), radius: 4, fill: entry.color)
      }
      text(entry.name, at: (x + 26, y), size: 13)
      // Seven pixels a character are enough room in every sans-serif font of this size.
      x += 44 + 7 * Double(entry.name.count)
    }
  }
}
