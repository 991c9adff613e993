/// A curve of a plot.
struct PlotCurve: PlotLayer {
  let name: String
  /// What is between two gaps.
  let pieces: [[Plot.Point]]
  let color: PaletteColor
  /// Which of the plot's curves it is.
  let index: Int
  let showsPoints: Bool

  var extent: [Plot.Point] { pieces.flatMap { $0 } }

  /// One solid, the others dashed in five ways.
  private var dashes: [Double] {
    let patterns: [[Double]] = [
      [], [8, 4], [2, 3], [12, 3, 2, 3], [5, 2], [8, 3, 2, 3, 2, 3],
    ]
    return patterns[index % patterns.count]
  }

  /// A point with a gap on both sides has no line, so it has a marker in any case.
  func draw(_ svg: inout SVG, in frame: PlotFrame) {
    svg.group(.stroke(color, width: 2, dashes: dashes), kind: "curve", series: name) { svg in
      for piece in pieces where piece.count > 1 { svg.polyline(piece.map(frame.place)) }
    }
    let points = pieces.filter { showsPoints || $0.count == 1 }.flatMap { $0 }
    guard !points.isEmpty else { return }
    svg.group(.fill(color), kind: "points", series: name) { svg in
      for point in points {
        Marker.shape(index).draw(&svg, at: frame.place(point), radius: 4)
      }
    }
  }

  func words(_ axes: AxisWords) -> String {
    let points = extent
    guard let first = points.first, let last = points.last,
      let least = points.min(by: { $0.y < $1.y }), let most = points.max(by: { $0.y < $1.y })
    else { return "no points" }
    guard points.count > 1 else { return axes.place(first) }
    return "from \(axes.place(first)) to \(axes.place(last)), "
      + "least \(axes.place(least)), greatest \(axes.place(most))"
  }
}
