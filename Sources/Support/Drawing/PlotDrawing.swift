import Terminal

extension Plot {
  /// The plot as a drawing of 720 × 480.
  package var svg: SVG {
    let frame = PlotFrame(around: layers.flatMap(\.extent), isLogarithmic: isLogarithmic)
    var svg = SVG(width: 720, height: 480)
    for layer in layers { layer.draw(&svg, frame) }
    svg.drawAxes(frame, xLabel, yLabel)
    svg.text(title, at: (frame.left, 24), size: 16)
    svg.drawLegend(layers.filter { !$0.name.isEmpty }, in: frame)
    return svg
  }
}

/// Where the axes' ends lie in the drawing.
struct PlotFrame {
  let x, y: PlotAxis
  let left = 72.0
  let right = 700.0
  let top = 64.0
  let bottom = 424.0

  init(around points: [Plot.Point], isLogarithmic: Bool) {
    x = PlotAxis(around: points.lazy.map(\.x), intervals: 8)
    let heights = points.map(\.y)
    y =
      isLogarithmic
      ? PlotAxis(logarithmicAround: heights) : PlotAxis(around: heights, intervals: 6)
  }

  func place(_ point: Plot.Point) -> (x: Double, y: Double) {
    (left + x.share(point.x) * (right - left), bottom - y.share(point.y) * (bottom - top))
  }
}

extension SVG {
  fileprivate mutating func drawAxes(_ frame: PlotFrame, _ xLabel: String, _ yLabel: String) {
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
  fileprivate mutating func drawLegend(_ layers: [Plot.Layer], in frame: PlotFrame) {
    var x = frame.left
    let y = frame.top - 16
    for layer in layers {
      if layer.isCurve {
        polyline([(x, y - 4), (x + 20, y - 4)], stroke: layer.color, width: 2)
      } else {
        circle((x + 10, y - 4), radius: 4, fill: layer.color)
      }
      text(layer.name, at: (x + 26, y), size: 13)
      // Seven pixels a character are enough room in every sans-serif font of this size.
      x += 44 + 7 * Double(layer.name.count)
    }
  }
}
