/// What a plot's markers mean, between title and plot, where no point can lie; in as many lines as
/// it takes.
struct PlotLegend {
  private static let (leading, sample) = (20.0, 18.0)
  private let entries: [PlotPoints]
  private let names: [String]
  private let left: Double
  private let places: [(line: Int, x: Double)]

  init(_ plot: Plot) {
    let room = plot.size.width - 2 * plot.size.margin
    left = plot.size.margin
    entries = plot.points.filter { !$0.name.isEmpty }
    names = entries.map { $0.name.cut(to: room - Self.sample, size: PlotFrame.labelSize) }
    let widths = names.map { Self.sample + $0.width(size: PlotFrame.labelSize) }
    places = flow(widths, gap: 18, room: room)
  }

  var height: Double { places.last.map { Double($0.line + 1) * Self.leading } ?? 0 }

  /// Draws it from a height down.
  func draw(_ svg: inout SVG, top: Double) {
    for (index, entry) in entries.enumerated() {
      let x = left + places[index].x
      let y = top + Self.leading * Double(places[index].line) + 14
      let paint = entry.areHollow ? Paint.stroke(entry.color) : .fill(entry.color)
      svg.group(paint) { entry.marker.draw(&$0, at: (x + 6, y - 4.5), radius: 4.5) }
      svg.group(.text(Palette.ink, size: PlotFrame.labelSize)) {
        $0.text(names[index], at: (x + Self.sample, y))
      }
    }
  }
}
