import Terminal

/// A plot in the plane: points, curves and coloured regions between two axes, with a legend.
///
/// What is added first lies behind. Numbers that are not finite are left out; there a curve has a
/// gap.
///
/// ```swift
/// var plot = Plot("loss", x: "epoch", y: "cross-entropy")
/// plot.curve("training", [(1, 2.3), (2, 1.1), (3, 0.7)], color: Palette.blue)
/// print(plot.svg.document)
/// ```
package struct Plot {
  /// A place in the plane.
  package typealias Point = (x: Double, y: Double)

  struct Layer {
    /// What the legend says of it, if anything.
    var name = ""
    var color = ""
    var isCurve = false
    /// Points that the axes must hold.
    let extent: [Point]
    let draw: (inout SVG, PlotFrame) -> Void
  }

  let title, xLabel, yLabel: String
  /// Whether equal heights are equal factors; then what is not positive is left out.
  let isLogarithmic: Bool
  private(set) var layers: [Layer] = []

  /// An empty plot; `x` and `y` are written at the axes.
  package init(_ title: String, x: String, y: String, isLogarithmic: Bool = false) {
    (self.title, xLabel, yLabel, self.isLogarithmic) = (title, x, y, isLogarithmic)
  }

  /// A dot for each point, or a ring. Without a name it is not in the legend.
  package mutating func points(
    _ name: String, _ points: [Point], color: String, radius: Double = 3.5, opacity: Double = 1,
    areRings: Bool = false
  ) {
    let points = points.filter(isDrawable)
    layers.append(
      Layer(name: name, color: color, extent: points) { svg, frame in
        for point in points {
          svg.circle(
            frame.place(point), radius: radius, fill: areRings ? "none" : color, opacity: opacity,
            stroke: areRings ? color : nil)
        }
      })
  }

  /// Straight lines from point to point.
  package mutating func curve(_ name: String, _ points: [Point], color: String) {
    let pieces = points.split { !isDrawable($0) }
    layers.append(
      Layer(name: name, color: color, isCurve: true, extent: pieces.flatMap { $0 }) { svg, frame in
        for piece in pieces { svg.polyline(piece.map(frame.place), stroke: color, width: 2) }
      })
  }

  /// Regions of the plane, pale, each in the colour of its number.
  package mutating func regions(_ regions: Regions, colors: [String]) {
    layers.append(
      Layer(extent: regions.corners) { svg, frame in svg.draw(regions, colors, in: frame) })
  }

  private func isDrawable(_ point: Point) -> Bool {
    PlotAxis.holds(point.x) && PlotAxis.holds(point.y) && (!isLogarithmic || point.y > 0)
  }
}
