import Terminal

/// Where a plot's parts lie in the drawing.
struct PlotFrame {
  static let (titleSize, labelSize, tickSize) = (16.0, 13.0, 12.0)

  let x, y: PlotAxis
  /// The area between the axes.
  let left, right, top, bottom: Double
  /// Of the whole drawing.
  let width, height, margin: Double

  init(_ plot: Plot) {
    (width, margin) = (plot.size.width, plot.size.margin)
    let extent = plot.layers.flatMap(\.extent) + plot.marks.map(\.point)
    let heights = extent.map(\.y)
    y =
      plot.isLogarithmic
      ? PlotAxis(logarithmicAround: heights)
      : PlotAxis(around: heights, intervals: 6)
    left = margin + Self.room(for: y) + 9
    let places = extent.map(\.x)
    // Half of the last number is beyond the end.
    let half = Self.room(for: Self.horizontalAxis(around: places, in: width)) / 2
    right = width - max(margin + EndLabels(plot).room, half + 4)
    x = Self.horizontalAxis(around: places, in: right - left)
    top = 14 + PlotTitle(plot).height + PlotLegend(plot).height + 28
    bottom = top + max(plot.size.height, EndLabels(plot).height)
    height = bottom + 56
  }

  /// Pixels that the widest number at an axis takes.
  private static func room(for axis: PlotAxis) -> Double {
    axis.printedTicks.map { $0.width(size: tickSize) }.max() ?? 0
  }

  /// An axis on which the numbers do not touch: with the values themselves where they are few.
  private static func horizontalAxis(around values: [Double], in room: Double) -> PlotAxis {
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    let round = [8, 5, 3, 2].map {
      PlotAxis(around: values, intervals: $0, isWhole: isWhole, isCut: true)
    }
    let axes = (PlotAxis(atEachOf: values).map { [$0] } ?? []) + round
    return axes.first { axis in
      let shares = axis.ticks.map(axis.share)
      let steps = zip(shares, shares.dropFirst()).map { $1 - $0 }
      return (steps.min() ?? 1) * room >= Self.room(for: axis) + 14
    } ?? round[3]
  }

  func place(_ point: Plot.Point) -> SVG.Place {
    (left + x.share(point.x) * (right - left), bottom - y.share(point.y) * (bottom - top))
  }

  /// From numbers to pixels, for a page's program: from `x0` at `left` to `x1` at `right`, and where
  /// the area between the axes begins and ends.
  var data: [(name: String, value: String)] {
    [
      ("x0", "\(x.low)"), ("x1", "\(x.high)"), ("left", number(left)), ("right", number(right)),
      ("top", number(top)), ("bottom", number(bottom)),
    ]
  }
}
