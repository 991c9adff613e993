import Testing

@testable import Terminal

@Suite struct TableTests {
  private let ascii = Style(unicode: false, color: false)

  @Test func alignsNumbers() {
    var table = Table(["letter", "right", "n"])
    table.add(["a", "9", "100"])
    table.add(["β\n", "98.5 %"])
    table.add(["漢", "1", "2", "3"])
    #expect(
      table.text(width: 80, style: ascii) == """
        letter   right    n
        a            9  100
        β\\n     98.5 %
        漢           1    2  3

        """)
    let colored = table.text(width: 80, style: Style(unicode: false, color: true))
    #expect(colored.hasPrefix("\u{1B}[1mletter   right    n\u{1B}[0m\na  "))
  }

  @Test func aConfusionMatrixFitsInto80Columns() {
    var table = Table(["true"] + (0..<10).map { "\($0)" } + ["accuracy"])
    for digit in 0..<10 {
      table.add(["\(digit)"] + Array(repeating: "1000", count: 10) + ["100.0 %"])
    }
    let lines = table.text(width: 200, style: ascii).split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.allSatisfy { $0.displayWidth <= 80 && $0.hasSuffix("%") || $0.hasPrefix("true") })
  }

  @Test func keepsWithinTheWidth() {
    var table = Table(["", "a rather long heading", "漢字"])
    table.add(["x", "1", "2"])
    for width in 1...200 {
      let lines = table.text(width: width, style: ascii).split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= width })
    }
    #expect(Table([]).text(width: 80, style: ascii) == "\n")
  }
}
