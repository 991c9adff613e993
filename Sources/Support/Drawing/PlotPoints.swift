/// Points of a plot, with a marker each.
struct PlotPoints: PlotLayer {
  let name: String
  let points: [Plot.Point]
  let color: PaletteColor
  let marker: Marker
  let radius, opacity: Double
  let areHollow: Bool

  var extent: [Plot.Point] { points }
  var pieces: [[Plot.Point]] { points.map { [$0] } }

  func draw(_ svg: inout SVG, in frame: PlotFrame) {
    let paint = areHollow ? Paint.stroke(color) : .fill(color, opacity: opacity)
    svg.group(paint, kind: "points", series: name) { svg in
      for point in points { marker.draw(&svg, at: frame.place(point), radius: radius) }
    }
  }

  func words(_ axes: AxisWords) -> String {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let x = axes.range(xs, on: axes.x), let y = axes.range(ys, on: axes.y) else {
      return "no points"
    }
    return "\(points.count) \(points.count == 1 ? "point" : "points"), x \(x), y \(y)"
  }
}
