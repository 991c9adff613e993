import Testing

@testable import Terminal

@Suite struct LineChartTests {
  /// An axis from 0 to 10 in steps of 2 over 12 rows: value v lies in row (1 - v/10)·11, rounded:
  /// 0, 2, 4, 7, 9, 11. 16 columns less 3 for labels and 1 for the axis leave 12: the epochs are
  /// at columns ⌊11 i/5⌋ = 0, 2, 4, 6, 8, 11.
  @Test func drawsAStraightLine() {
    let chart = LineChart([("loss", [10, 8, 6, 4, 2, 0])], on: terminal(16))
    #expect(
      chart.text == """
        10 +*
           | *
         8 +  *
           |   *
         6 +    *
           |     *
           |     *
         4 +      *
           |       *
         2 +        *
           |         **
         0 +           *
           ++-+---+----+
            1 2   4    6
            * loss
            over epochs

        """)
  }

  /// Two lines of 8 columns of Braille: 16×48 dots. The flat one at the axis's top is dot 1 and 4
  /// of each cell (⠉), the one at its foot dots 7 and 8, with three dots set and three not.
  @Test func drawsBraille() {
    let top = [Double](repeating: 1, count: 16)
    let foot = [Double](repeating: 0, count: 16)
    let lines = LineChart([("a", top), ("b", foot)], on: terminal(13, unicode: true)).text
      .split(separator: "\n")
    #expect(lines[0] == "1.0 ┤⠉⠉⠉⠉⠉⠉⠉⠉")
    #expect(lines[11] == "0.0 ┤⣀⡀ ⣀⡀ ⣀⡀")
    #expect(lines[5] == "    │")
    #expect(lines[12] == "    └┬─┬─┬───")
    #expect(lines[13] == "     1 5 10")
  }

  @Test func marksWhereLinesMeet() {
    let text = LineChart([("a", [1, 2]), ("b", [1, 1])], on: terminal(40)).text
    #expect(text.contains("1.0 +@"))
    #expect(text.contains("@ both"))
    #expect(text.contains("* a   o b   @ both   over epochs\n"))
  }

  @Test func colorsEachLine() {
    let series: [LineChart.Series] = [("a", [1, 2]), ("b", [1, 1])]
    let text = LineChart(series, on: terminal(40, color: true)).text
    #expect(text.contains("\u{1B}[36m*\u{1B}[0m a   \u{1B}[33mo\u{1B}[0m b"))
    // The marks of the lines, besides those in the legend: nearly one for each of 35 columns.
    #expect(
      text.split(
        separator: "\u{1B}[36m*\u{1B}[0m", omittingEmptySubsequences: false
      ).count > 30)
    #expect(
      text.split(
        separator: "\u{1B}[33mo\u{1B}[0m", omittingEmptySubsequences: false
      ).count > 30)
    #expect(plain(text) == LineChart(series, on: terminal(40)).text)
  }

  @Test func aGapWhereAValueIsNotFinite() {
    let values = [1, 1, .nan, 1, .infinity, 1, 1e308, -.infinity]
    let text = LineChart([("a", values)], on: terminal(20)).text
    // 14 columns: the epochs are at ⌊13 i/7⌋; only the first two are neighbours.
    #expect(text.contains("1.00 +**   *   *\n"))
  }

  @Test func nothingToDraw() {
    #expect(LineChart([], on: terminal()).text == "")
    #expect(LineChart([("a", [])], on: terminal()).text == "")
    #expect(LineChart([("a", [.nan])], on: terminal()).text == "")
    #expect(LineChart([("a", [1, 2])], on: terminal(9)).text == "no roo...\n")
  }

  @Test func keepsWithinTheWidth() {
    let curves: [[Double]] = [
      [1], [0], [2.3, 2.3], [.leastNonzeroMagnitude], [0, .leastNonzeroMagnitude], [1e300, -1e300],
      [1, 1.0000000001], [1, 1.00001],
      [-5, 1e9], (1...200).map { 1 / Double($0) },
    ]
    for curve in curves {
      let series: [LineChart.Series] = [("train", curve), ("validation", curve.reversed())]
      for width in Array(1...80) + [200] {
        for fancy in [false, true] {
          let chart = LineChart(series, on: terminal(width, unicode: fancy, color: fancy))
          let lines = plain(chart.text).split(separator: "\n")
          #expect(lines.allSatisfy { $0.displayWidth <= min(width, 72) })
          #expect(width < 30 || (width < 72 ? lines.count >= 15 : lines.count == 15))
          #expect(
            width < 40 || (chart.text.contains("validation") && chart.text.contains("epochs")))
        }
      }
    }
  }
}
