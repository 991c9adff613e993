import Terminal

/// A plot in the plane: points, curves and coloured regions over two axes. Points have a legend;
/// curves are named at their right ends.
///
/// What is added first lies behind. Numbers that are not finite are left out; there a curve has a
/// gap.
///
/// ```swift
/// var plot = Plot("loss", x: "epoch", y: "cross-entropy")
/// plot.curve("training", [(1, 2.3), (2, 1.1), (3, 0.7)])
/// plot.mark("best epoch", (3, 0.7))
/// print(plot.svg.document)
/// ```
package struct Plot {
  /// A place in the plane.
  package typealias Point = (x: Double, y: Double)

  let title, xLabel, yLabel: String
  /// Whether equal heights are equal factors; then what is not positive is left out.
  let isLogarithmic: Bool
  /// Whether the title stands over the plot; a page may have a heading instead.
  package var showsTitle = true
  /// In pixels: how wide the drawing is, how high the area between its axes, and what is free at the
  /// sides. What is written has one size, so a page has another drawing for a telephone.
  package var size = (width: 720.0, height: 340.0, margin: 16.0)
  /// What the plot shows in words, for who cannot see it; made from the data if there is none.
  package var description: String?
  private(set) var layers: [any PlotLayer] = []
  private(set) var marks: [PlotMark] = []

  /// An empty plot; `x` and `y` are written at the axes, with units if the numbers have any.
  package init(_ title: String, x: String, y: String, isLogarithmic: Bool = false) {
    (self.title, xLabel, self.isLogarithmic) = (title, x, isLogarithmic)
    yLabel = isLogarithmic ? "\(y), logarithmic" : y
  }

  var curves: [PlotCurve] { layers.compactMap { $0 as? PlotCurve } }
  var points: [PlotPoints] { layers.compactMap { $0 as? PlotPoints } }

  /// A marker for each point, or only its outline. Without a name it is not in the legend.
  package mutating func points(
    _ name: String, _ points: [Point], color: PaletteColor, marker: Marker = .circle,
    radius: Double = 3.5, opacity: Double = 1, areHollow: Bool = false
  ) {
    layers.append(
      PlotPoints(
        name: name, points: points.filter(isDrawable), color: color, marker: marker,
        radius: radius, opacity: opacity, areHollow: areHollow))
  }

  /// Straight lines from point to point. The second curve is dashed, and so on.
  /// - Parameters:
  ///   - color: the next of the palette, if none is given.
  ///   - showsPoints: whether there are markers, too.
  package mutating func curve(
    _ name: String, _ points: [Point], color: PaletteColor? = nil, showsPoints: Bool = false
  ) {
    let index = curves.count
    layers.append(
      PlotCurve(
        name: name, pieces: points.split { !isDrawable($0) }.map(Array.init),
        color: color ?? Palette.color(index), index: index, showsPoints: showsPoints))
  }

  /// Regions of the plane, pale, each in the colour of its number, with lines between them.
  /// - Parameter name: what they are, for the plot's description.
  package mutating func regions(_ name: String, _ regions: Regions, colors: [PaletteColor]) {
    layers.append(PlotRegions(name: name, regions: regions, colors: colors))
  }

  /// A ring around a point, with its name beside it. It lies before all else.
  package mutating func mark(_ name: String, _ point: Point) {
    if isDrawable(point) { marks.append(PlotMark(name: name, point: point)) }
  }

  private func isDrawable(_ point: Point) -> Bool {
    let holds = isLogarithmic ? PlotAxis.holdsFactor : PlotAxis.holds
    return PlotAxis.holds(point.x) && holds(point.y)
  }
}
