import Testing

@testable import Drawing

struct PlotTests {
  @Test func pointsLieWhereTheAxesSay() {
    var plot = Plot("a title", x: "time (s)", y: "height (m)")
    plot.points("measured", [(0, 0), (1, 2), (0.5, 1)], color: Palette.blue)
    let (text, frame) = (plot.svg.document, PlotFrame(plot))
    let (x, y) = (number((frame.left + frame.right) / 2), number((frame.top + frame.bottom) / 2))
    let (left, right) = (number(frame.left), number(frame.right))
    let (top, bottom) = (number(frame.top), number(frame.bottom))
    for (x, y) in [(left, bottom), (right, top), (x, y)] {
      #expect(text.contains("<circle cx=\"\(x)\" cy=\"\(y)\""))
    }
    for word in ["a title", "time (s)", "height (m)", "measured", "0.5", "2.0"] {
      #expect(text.contains(">\(word)</text>"), "\(word)")
    }
    // What a page's program finds them with.
    #expect(text.contains("data-x0=\"0.0\" data-x1=\"1.0\" data-left=\"\(left)\""))
    #expect(text.contains("data-right=\"\(right)\" data-top=\"\(top)\" data-bottom=\"\(bottom)\""))
    #expect(isWellFormed(text))
  }

  /// A point between two gaps is drawn as a marker, as it has no line.
  @Test func curvesHaveGapsWhereTheyAreNoNumbers() {
    var plot = Plot("", x: "", y: "")
    plot.curve("c", [(0, 0), (1, 1), (2, .nan), (3, 1), (4, .infinity), (5, 0)])
    let text = plot.svg.document
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("<polyline") }
    #expect(lines.count == 1)
    let places = [(0, 0), (1, 1)].map { PlotFrame(plot).place($0) }
    let list = places.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    #expect(lines.first == "<polyline points=\"\(list)\"/>")
    #expect(text.contains("<g class=\"curve blue\" data-series=\"c\""))
    #expect(text.split(separator: "<circle").count == 3)
  }

  /// 1, 10 and 100 are equally far from each other; 0 has no place.
  @Test func aLogarithmicAxisShowsFactors() {
    var plot = Plot("", x: "", y: "time (ms)", isLogarithmic: true)
    plot.points("", [(0, 1), (1, 10), (2, 100), (3, 0)], color: Palette.blue)
    let (text, frame) = (plot.svg.document, PlotFrame(plot))
    for y in [frame.bottom, (frame.top + frame.bottom) / 2, frame.top] {
      #expect(text.contains("cy=\"\(number(y))\""))
    }
    #expect(text.split(separator: "<circle").count == 4)
    #expect(text.contains(">time (ms), logarithmic</text>"))
  }

  @Test func hollowPointsAreOutlines() {
    var plot = Plot("", x: "", y: "")
    plot.points("", [(0, 0)], color: Palette.blue, areHollow: true)
    let lines = plot.svg.document.split(separator: "\n")
    let circle = lines.indices.filter { lines[$0].hasPrefix("<circle") }
    #expect(circle.count == 1)
    #expect(lines[circle[0] - 1].contains("blue\" data-series=\"\" fill=\"none\" stroke="))
  }

  @Test func anEmptyPlotHasAxes() {
    let text = Plot("nothing", x: "x", y: "y").svg.document
    #expect(text.contains(">0.4</text>") && isWellFormed(text))
  }

  /// An only epoch is a marker over a whole number.
  @Test func aCurveOfOnePointIsSeen() {
    var plot = Plot("", x: "epoch", y: "loss")
    plot.curve("training", [(1, 0.5)])
    let text = plot.svg.document
    let place = PlotFrame(plot).place((1, 0.5))
    #expect(text.contains("<circle cx=\"\(number(place.x))\" cy=\"\(number(place.y))\""))
    #expect(PlotFrame(plot).x.ticks == [0, 1, 2])
    #expect(
      text.contains("<desc id=\"plot-description\">loss over epoch. training: 0.5000 at epoch 1."))
  }

  /// Series can be told apart without colour.
  @Test func everyCurveIsDashedInItsOwnWay() {
    var plot = Plot("", x: "", y: "")
    for index in 0..<6 { plot.curve("\(index)", [(0, 0), (1, Double(index))]) }
    let curves = plot.svg.document.split(separator: "\n").filter { $0.contains("class=\"curve") }
    let dashes = curves.map { $0.split(separator: "stroke-dasharray=").dropFirst().first ?? "" }
    #expect(curves.count == 6 && Set(dashes).count == 6 && dashes[0] == "")
    var drawings: [String] = []
    for marker in Marker.allCases {
      var svg = SVG(width: 9, height: 9, title: "", description: "")
      marker.draw(&svg, at: (5, 5), radius: 3)
      drawings.append(svg.document)
    }
    #expect(Set(drawings).count == 4)
  }

  @Test func noColorIsOutsideTheStyle() {
    var plot = Plot("", x: "", y: "")
    plot.points("a", [(0, 0)], color: Palette.blue)
    plot.curve("b", [(0, 0), (1, 1)])
    plot.mark("c", (1, 1))
    let text = plot.svg.element(idPrefix: "x")
    #expect(!text.contains("#") && !text.contains("rgb") && !text.contains("var("))
  }
}
