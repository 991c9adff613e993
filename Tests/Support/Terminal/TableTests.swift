import Testing

@testable import Terminal

@Suite struct TableTests {
  @Test func alignsNumbers() {
    var table = Table(["letter", "right", "n"])
    table.add(["a", "9", "100"])
    table.add(["β\n", "98.5 %"])
    table.add(["漢", "1", "2", "3"])
    #expect(
      table.text(on: terminal()) == """
        letter   right    n
        a            9  100
        β\\n     98.5 %
        漢           1    2  3

        """)
    let colored = table.text(on: terminal(color: true))
    #expect(colored.hasPrefix("\u{1B}[1mletter   right    n\u{1B}[0m\na  "))
  }

  /// A class without examples has no share; 1 of 8 is 12.5 %, which is rounded to the even digit.
  @Test func confusionsShowMistakes() {
    let counts = [[1, 0, 7], [0, 0, 0], [0, 5, 10]]
    func table(unicode: Bool) -> String {
      confusionTable(
        counts, classes: ["a", "b", "c"], heading: "true", on: terminal(unicode: unicode))
    }
    let expected = """
      true  a  b   c  right
      a     1  ·   7   12 %
      b     ·  ·   ·      -
      c     ·  5  10   67 %

      """
    #expect(table(unicode: true) == expected)
    #expect(table(unicode: false) == expected.replacing("·", with: "."))
  }

  @Test func aConfusionMatrixFitsInto80Columns() {
    let counts = (0..<10).map { _ in Array(repeating: 1000, count: 10) }
    let lines = confusionTable(
      counts, classes: (0..<10).map { "\($0)" }, heading: "true \\ read", on: terminal(200)
    ).split(separator: "\n")
    #expect(lines.count == 11 && lines.allSatisfy { $0.displayWidth <= 80 })
  }

  /// 200 classes in no time: once it took the fourth power of their number.
  @Test(.timeLimit(.minutes(1))) func manyClassesAreNoWork() {
    let counts = (0..<200).map { _ in Array(repeating: 1, count: 200) }
    let text = confusionTable(
      counts, classes: (0..<200).map { "\($0)" }, heading: "true", on: TerminalCapabilities())
    #expect(text.split(separator: "\n").count == 201)
  }

  @Test func keepsWithinTheWidth() {
    var table = Table(["", "a rather long heading", "漢字"])
    table.add(["x", "1", "2"])
    for width in 1...200 {
      let lines = table.text(on: terminal(width)).split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= width })
    }
    #expect(Table([]).text(on: terminal()) == "\n")
  }

  /// 11 columns of 40: what does not fit follows below, and every number is there.
  @Test func aNarrowTerminalFoldsTheColumns() {
    var table = Table(["true", "a", "b", "c", "right"])
    table.add(["long name", "1", "2", "333", "50 %"])
    #expect(
      table.text(on: terminal(20, unicode: true)) == """
        true       a  b    c
        long name  1  2  333

        column 4 of 4:
        true       right
        long name   50 %

        """)
  }

  /// Width belongs to terminals.
  @Test func aFileHasAllColumns() {
    var table = Table((0..<40).map { "column \($0)" })
    table.add((0..<40).map { "\($0 * 1000)" })
    let file = TerminalCapabilities(width: 40)
    let lines = table.text(on: file).split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasSuffix("column 39") && lines[1].hasSuffix("39000"))
  }
}
