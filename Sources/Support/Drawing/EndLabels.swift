/// The names of a plot's curves, each at its right end and in its colour.
struct EndLabels {
  private static let (leading, gap) = (17.0, 18.0)
  private let curves: [PlotCurve]
  private let names: [String]

  init(_ plot: Plot) {
    // The curves have more room than their names.
    let most = 0.32 * plot.size.width
    curves = plot.curves.filter { !$0.name.isEmpty && !$0.extent.isEmpty }
    names = curves.map { $0.name.cut(to: most, size: PlotFrame.labelSize) }
  }

  /// Pixels at the right of the plot.
  var room: Double { names.map { Self.gap + $0.width(size: PlotFrame.labelSize) }.max() ?? 0 }

  /// Pixels that all of them take, one above the other.
  var height: Double { Double(max(0, names.count - 1)) * Self.leading }

  /// They stand behind the curve that goes furthest. A thin line leads from a curve's end to a name
  /// that is not beside it.
  func draw(_ svg: inout SVG, in frame: PlotFrame) {
    let ends = curves.compactMap { $0.extent.last.map(frame.place) }
    let heights = spread(ends.map(\.y), gap: Self.leading, within: frame.top...frame.bottom)
    let right = ends.map(\.x).max() ?? 0
    for (index, curve) in curves.enumerated() {
      let place = (x: right + Self.gap, y: heights[index])
      let end = ends[index]
      if abs(end.y - place.y) > 3 || end.x < right - 3 {
        svg.group(.stroke(Palette.grey)) { svg in
          svg.polyline([(end.x + 4, end.y), (right + 4, end.y), (place.x - 4, place.y)])
        }
      }
      svg.group(.text(curve.color, size: PlotFrame.labelSize), kind: "name") {
        $0.text(names[index], at: (place.x, place.y + 4.5))
      }
    }
  }
}

/// Heights as near to those given as can be, that are at least `gap` from each other and in the same
/// order; the least squares of the distances, by pooling neighbours that are too close.
func spread(
  _ heights: [Double], gap: Double, within range: ClosedRange<Double>
) -> [Double] {
  let order = heights.indices.sorted { heights[$0] < heights[$1] }
  // Without the gaps they need only be in order: neighbours that are not share their mean.
  var pools: [(mean: Double, count: Int)] = []
  for (rank, index) in order.enumerated() {
    pools.append((heights[index] - gap * Double(rank), 1))
    while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
      let (last, other) = (pools.removeLast(), pools.removeLast())
      let count = last.count + other.count
      let sum = last.mean * Double(last.count) + other.mean * Double(other.count)
      pools.append((sum / Double(count), count))
    }
  }
  let highest = max(range.lowerBound, range.upperBound - gap * Double(heights.count - 1))
  var result = heights
  let means = pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
  for (rank, (index, mean)) in zip(order, means).enumerated() {
    result[index] = min(max(mean, range.lowerBound), highest) + gap * Double(rank)
  }
  return result
}
