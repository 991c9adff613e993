import Testing

@testable import Drawing

struct RegionsTests {
  private let regions = Regions(x: 0...4, y: 0...2, columns: 4, rows: 2) { place in
    place.y > 1 || place.x > 3 ? 1 : 0
  }

  @Test func regionsAreRunsOfCells() {
    #expect(regions.rows == [[0, 0, 0, 1], [1, 1, 1, 1]])
    #expect(regions.runs(ofRow: 0).map(\.columns) == [0..<3, 3..<4])
    #expect(regions.runs(ofRow: 1).map(\.columns) == [0..<4])
  }

  @Test func eachIsDrawnInItsColor() throws {
    var plot = Plot("", x: "", y: "")
    plot.regions("classes", regions, colors: [Palette.green, Palette.purple])
    let (text, frame) = (plot.svg.document, PlotFrame(plot))
    let groups = text.components(separatedBy: "<g class=\"")
    let height = (frame.bottom - frame.top) / 2
    for (name, corner, columns) in [("green", (0.0, 1.0), 3.0), ("purple", (0, 2), 4)] {
      let group = try #require(groups.first { $0.hasPrefix("region \(name)") })
      let place = frame.place(corner)
      let width = columns / 4 * (frame.right - frame.left)
      #expect(
        group.contains(
          "<rect x=\"\(number(place.x))\" y=\"\(number(place.y))\" width=\"\(number(width))\" "
            + "height=\"\(number(height))\""), "\(name)")
    }
    #expect(text.contains("classes: 2 colours in the background."))
  }

  /// Three cells under others and one upright side.
  @Test func aLineIsBetweenThem() throws {
    var plot = Plot("", x: "", y: "")
    plot.regions("", regions, colors: [Palette.green, Palette.purple])
    let groups = plot.svg.document.components(separatedBy: "<g class=\"")
    let border = try #require(groups.first { $0.hasPrefix("border") })
    let (low, high) = (PlotFrame(plot).place((3, 0)), PlotFrame(plot).place((3, 1)))
    #expect(
      border.contains(
        "M\(number(low.x)),\(number(low.y))L\(number(high.x)),\(number(high.y))"))
    #expect(border.count { $0 == "M" } == 4)
  }
}
