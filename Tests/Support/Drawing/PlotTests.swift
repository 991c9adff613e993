import Testing

@testable import Drawing

struct PlotTests {
  /// The frame is 72…700 across and 64…424 down.
  @Test func pointsLieWhereTheAxesSay() {
    var plot = Plot("a title", x: "time", y: "height")
    plot.points("measured", [(0, 0), (1, 2), (0.5, 1)], color: Palette.blue)
    let text = plot.svg.document
    for place in ["cx=\"72\" cy=\"424\"", "cx=\"700\" cy=\"64\"", "cx=\"386\" cy=\"244\""] {
      #expect(text.contains(place))
    }
    for word in ["a title", "time", "height", "measured", "0.5", "2.0"] {
      #expect(text.contains(">\(word)</text>"))
    }
    #expect(isWellFormed(text))
  }

  @Test func curvesHaveGapsWhereTheyAreNoNumbers() {
    var plot = Plot("", x: "", y: "")
    plot.curve("", [(0, 0), (1, 1), (2, .nan), (3, 1), (4, .infinity), (5, 0)], color: "#abcdef")
    let lines = plot.svg.document.split(separator: "\n").filter { $0.contains("#abcdef") }
    #expect(lines.count == 3)
    #expect(lines[0].contains("points=\"72,424 197.6,64\""))
  }

  /// 1, 10 and 100 are equally far from each other; 0 has no place.
  @Test func aLogarithmicAxisShowsFactors() {
    var plot = Plot("", x: "", y: "", isLogarithmic: true)
    plot.points("", [(0, 1), (1, 10), (2, 100), (3, 0)], color: Palette.blue)
    let text = plot.svg.document
    for y in ["424", "244", "64"] { #expect(text.contains("cy=\"\(y)\"")) }
    #expect(text.split(separator: "<circle").count == 4)
  }

  @Test func ringsAreEmpty() {
    var plot = Plot("", x: "", y: "")
    plot.points("", [(0, 0)], color: "#abcdef", areRings: true)
    let circle = plot.svg.document.split(separator: "\n").filter { $0.hasPrefix("<circle") }
    #expect(circle.count == 1 && circle[0].contains("fill=\"none\""))
    #expect(circle[0].contains("stroke=\"#abcdef\""))
  }

  @Test func anEmptyPlotHasAxes() {
    let text = Plot("nothing", x: "x", y: "y").svg.document
    #expect(text.contains(">0.4</text>") && isWellFormed(text))
  }

  @Test func regionsAreRunsOfCells() {
    let regions = Regions(x: 0...4, y: 0...2, columns: 4, rows: 2) { place in
      place.y > 1 || place.x > 3 ? 1 : 0
    }
    #expect(regions.rows == [[0, 0, 0, 1], [1, 1, 1, 1]])
    #expect(regions.runs(ofRow: 0).map(\.columns) == [0..<3, 3..<4])
    #expect(regions.runs(ofRow: 1).map(\.columns) == [0..<4])
    var plot = Plot("", x: "", y: "")
    plot.regions(regions, colors: ["#aaaaaa", "#bbbbbb"])
    let text = plot.svg.document
    #expect(text.contains("<rect x=\"72\" y=\"244\" width=\"471\" height=\"180\" fill=\"#aaaaaa\""))
    #expect(text.contains("<rect x=\"72\" y=\"64\" width=\"628\" height=\"180\" fill=\"#bbbbbb\""))
  }
}
