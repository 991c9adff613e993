/// Coloured regions behind a plot's data, with lines between them.
struct PlotRegions: PlotLayer {
  let name: String
  let regions: Regions
  let colors: [PaletteColor]

  var extent: [Plot.Point] { regions.corners }
  var pieces: [[Plot.Point]] { [] }

  func draw(_ svg: inout SVG, in frame: PlotFrame) {
    let grid = RegionGrid(regions, in: frame)
    for (number, color) in colors.enumerated() {
      svg.group(.fill(color, opacity: 0.15), kind: "region") { svg in
        for row in regions.rows.indices {
          for run in regions.runs(ofRow: row) where run.number == number {
            let low = grid.corner(run.columns.lowerBound, row)
            let high = grid.corner(run.columns.upperBound, row + 1)
            svg.rectangle(x: low.x, y: high.y, width: high.x - low.x, height: low.y - high.y)
          }
        }
      }
    }
    svg.group(.stroke(Palette.grey), kind: "border") { $0.lines(borders(grid)) }
  }

  func words(_ axes: AxisWords) -> String {
    "\(Set(regions.rows.joined()).count) colours in the background"
  }

  /// Along each row where the number changes, and between rows where they differ.
  private func borders(_ grid: RegionGrid) -> [(from: SVG.Place, to: SVG.Place)] {
    let rows = regions.rows
    return rows.indices.flatMap { row in
      let upright = regions.runs(ofRow: row).dropFirst().map { run in
        let column = run.columns.lowerBound
        return (from: grid.corner(column, row), to: grid.corner(column, row + 1))
      }
      guard row > 0 else { return upright }
      let differing = rows[row].indices.filter { rows[row][$0] != rows[row - 1][$0] }
      return upright + differing.map { (grid.corner($0, row), grid.corner($0 + 1, row)) }
    }
  }
}

/// Where the corners of a grid's cells lie in a drawing.
private struct RegionGrid {
  private let low, cell: SVG.Place

  init(_ regions: Regions, in frame: PlotFrame) {
    let corners = regions.corners.map(frame.place)
    low = corners[0]
    let columns = Double(regions.rows.first?.count ?? 1)
    cell = (
      (corners[1].x - low.x) / columns, (low.y - corners[1].y) / Double(regions.rows.count)
    )
  }

  func corner(_ column: Int, _ row: Int) -> SVG.Place {
    (low.x + cell.x * Double(column), low.y - cell.y * Double(row))
  }
}
