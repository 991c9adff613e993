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

  enum Layer {
    case points([Point], radius: Double, opacity: Double)
    case curve([Point])
    case regions(Regions, colors: [String])
  }

  let title, xLabel, yLabel: String
  private(set) var layers: [(layer: Layer, name: String, color: String)] = []

  /// An empty plot; `x` and `y` are written at the axes.
  package init(_ title: String, x: String, y: String) {
    (self.title, xLabel, yLabel) = (title, x, y)
  }

  /// A dot for each point. Without a name it is not in the legend.
  package mutating func points(
    _ name: String, _ points: [Point], color: String, radius: Double = 3.5, opacity: Double = 1
  ) {
    layers.append((.points(points, radius: radius, opacity: opacity), name, color))
  }

  /// Straight lines from point to point.
  package mutating func curve(_ name: String, _ points: [Point], color: String) {
    layers.append((.curve(points), name, color))
  }

  /// Regions of the plane, pale, each in the colour of its number.
  package mutating func regions(_ regions: Regions, colors: [String]) {
    layers.append((.regions(regions, colors: colors), "", ""))
  }
}

/// A number for each cell of a grid, such as the class that is predicted there.
package struct Regions: Sendable {
  /// What the grid covers.
  package let x, y: ClosedRange<Double>
  /// The numbers row by row, from the least y up.
  let rows: [[Int]]

  /// Asks for the number at the middle of each of `columns` × `rows` cells.
  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
    _ number: (Plot.Point) throws -> Int
  ) rethrows {
    func middle(_ k: Int, of count: Int, _ range: ClosedRange<Double>) -> Double {
      let share = (Double(k) + 0.5) / Double(count)
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    (self.x, self.y) = (x, y)
    self.rows = try (0..<rows).map { row in
      try (0..<columns).map { column in
        try number((middle(column, of: columns, x), middle(row, of: rows, y)))
      }
    }
  }

  /// Neighbouring cells of a row with one number: where they start and end, of how many columns.
  func runs(ofRow row: Int) -> [(number: Int, columns: Range<Int>)] {
    var runs: [(number: Int, columns: Range<Int>)] = []
    for (column, number) in rows[row].enumerated() {
      if let last = runs.last, last.number == number {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append((number, column..<column + 1))
      }
    }
    return runs
  }
}
