import Testing

@testable import Drawing

/// Nothing that is written lies on something else that is, or outside.
struct PlotLayoutTests {
  /// Six curves that end at nearly one height, of which the last one's name is far too long.
  private var crowded: Plot {
    var plot = Plot("", x: "epoch", y: "loss")
    for index in 0..<6 {
      let name = index < 5 ? "series \(index)" : String(repeating: "long name ", count: 9)
      plot.curve(name, (1...20).map { (Double($0), 1 / Double($0) + Double(index) / 1000) })
    }
    return plot
  }

  @Test func namesOfCurvesDoNotTouch() throws {
    let texts = writings(crowded.svg.document, in: "name")
    let heights = texts.map(\.y).sorted()
    #expect(heights.count == 6)
    for (low, high) in zip(heights, heights.dropFirst()) { #expect(high - low > 16.9) }
    let frame = PlotFrame(crowded)
    for text in texts {
      #expect(text.x > frame.right)
      #expect(text.x + text.text.width(size: 13) <= 720)
    }
    #expect(texts.contains { $0.text.hasSuffix("…") })
  }

  @Test(
    arguments: [
      ([10, 50, 90], [10, 50, 90]), ([50, 50], [40, 60]), ([50, 48, 90], [59, 39, 90]),
      ([0, 0, 0], [0, 20, 40]), ([100, 99], [100, 80]), ([60, 60, 60], [40, 60, 80]), ([], []),
    ] as [([Double], [Double])])
  func heightsArePushedApart(heights: [Double], spread expected: [Double]) {
    #expect(spread(heights, gap: 20, within: 0...100) == expected)
  }

  /// 30 names are higher than a usual plot.
  @Test func thePlotGrowsWithItsNames() {
    var plot = Plot("", x: "", y: "")
    for index in 0..<30 { plot.curve("\(index)", [(0, 0), (1, 0)]) }
    let heights = writings(plot.svg.document, in: "name").map(\.y).sorted()
    for (low, high) in zip(heights, heights.dropFirst()) { #expect(high - low > 16.9) }
    #expect(heights[29] < PlotFrame(plot).height && heights[0] > 0)
  }

  @Test func theLegendTakesTheLinesItNeeds() {
    var plot = Plot("", x: "", y: "")
    let few = PlotFrame(plot).top
    let names = (0..<9).map { "points of class \($0)" } + [String(repeating: "W", count: 90)]
    for name in names { plot.points(name, [(0, 0)], color: Palette.blue) }
    let texts = writings(plot.svg.document, in: "").filter {
      $0.text.hasPrefix("points") || $0.text.hasPrefix("W")
    }
    #expect(texts.count == 10)
    for text in texts {
      #expect(text.x + text.text.width(size: 13) <= 720 - 16)
      #expect(text.y < PlotFrame(plot).top - 24)
    }
    #expect(Set(texts.map(\.y)).count == 4)
    #expect(PlotFrame(plot).top == few + 80)
  }

  /// For a telephone: nothing is smaller, and nothing lies beyond the sides.
  @Test func aNarrowPlotHoldsItsNames() {
    var plot = crowded
    plot.size = (340, 220, 2)
    let text = plot.svg.document
    #expect(text.contains("viewBox=\"0 0 340 "))
    let frame = PlotFrame(plot)
    #expect(frame.right - frame.left > 150)
    let names = writings(text, in: "name")
    #expect(names.count == 6)
    for name in names { #expect(name.x + name.text.width(size: 13) <= 340) }
  }

  @Test func aLongTitleIsBroken() {
    let title = (1...40).map { "word\($0)" }.joined(separator: " ")
    let plot = Plot(title, x: "", y: "")
    let lines = writings(plot.svg.document, in: "heading")
    #expect(lines.count > 2 && lines.map(\.text).joined(separator: " ") == title)
    for line in lines { #expect(line.x + line.text.width(size: 16) <= 720) }
    var untitled = plot
    untitled.showsTitle = false
    #expect(writings(untitled.svg.document, in: "heading").isEmpty)
    #expect(untitled.svg.document.contains("<title id=\"plot-title\">\(title)</title>"))
  }

  /// The name of a marked point is where no curve goes.
  @Test func aMarkIsBesideTheCurve() throws {
    var plot = Plot("", x: "epoch", y: "loss")
    plot.curve("training", (0...100).map { (Double($0), Double(($0 - 44) * ($0 - 44))) })
    plot.mark("best epoch 44", (44, 0))
    plot.mark("left out", (1, .nan))
    let text = plot.svg.document
    #expect(!text.contains("left out"))
    #expect(text.contains("best epoch 44: 0 at epoch 44."))
    #expect(text.contains("<g class=\"mark ink\" data-series=\"best epoch 44\""))
    let mark = try #require(writings(text, in: "").last)
    let place = PlotFrame(plot).place((44, 0))
    #expect(mark.text == "best epoch 44" && abs(mark.x - place.x) < 1 && mark.y < place.y - 9)
  }

  @Test(arguments: [
    ("0.5", "0.5"), ("-3", "−3"), ("1e-05", "1×10⁻⁵"), ("-1.0000002e+09", "−1.0000002×10⁹"),
    ("0e+00", "0"), ("5e+120", "5×10¹²⁰"),
  ])
  func numbersAreSetAsInPrint(label: String, text: String) {
    #expect(typeset(label) == text)
  }
}

/// The texts of a kind of group, with their places.
private func writings(_ document: String, in kind: String) -> [(text: String, x: Double, y: Double)]
{
  let groups = document.components(separatedBy: "<g class=\"").filter { $0.hasPrefix(kind) }
  return groups.flatMap { group in
    group.matches(of: /<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)<\/text>/).map {
      (String($0.3), Double($0.1) ?? .nan, Double($0.2) ?? .nan)
    }
  }
}
