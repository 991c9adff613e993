import Testing

@testable import Report

/// The table of confusions, as it stands in the file.
@Suite struct ConfusionsSectionTests {
  /// Of four a's one is read as b; of seven b's two as a. There is no c.
  private let counts = [[3, 1, 0], [2, 5, 0], [0, 0, 0]]

  private func source(_ counts: [[Int]], _ classes: [String], of examples: String = "letters")
    -> String
  {
    confusionsSection(counts, classes: classes, of: examples, in: "validation").body.source
  }

  @Test func rowsAreTrueAndColumnsAreRead() {
    #expect(
      cells(source(counts, ["a", "b", "c"])) == [
        ["true \\ read", "a", "b", "c", "total", "recall, %"],
        ["a", "3", "1", "·", "4", "75.0"],
        ["b", "2", "5", "·", "7", "71.4"],
        ["c", "·", "·", "·", "0", "–"],
        ["total", "5", "6", "0", "11", ""],
        ["precision, %", "60.0", "83.3", "–", "", ""],
      ])
  }

  @Test func saysHowManyAreRight() {
    #expect(
      source(counts, ["a", "b", "c"]).contains(
        "Of 11 letters (validation) 8 are read right: 72.7 %."))
    #expect(
      source([[1, 0], [0, 0]], ["a", "b"]).contains(
        "Of 1 letter (validation) 1 is read right: 100.0 %."))
    #expect(
      source([[0, 0], [0, 0]], ["a", "b"]).contains(
        "Of 0 letters (validation) 0 are read right: –."))
  }

  /// Right cells have a frame, whatever their number; the tint of others is their share of the row.
  @Test func classesOfCells() {
    let counts = [[60, 1, 5, 34], [0, 0, 3, 3], [2, 8, 90, 0], [0, 0, 0, 7]]
    #expect(
      cellClasses(source(counts, ["a", "b", "c", "d"])) == [
        ["right", "s1", "s2", "s5"], ["s0 zero", "right zero", "s5", "s5"],
        ["s1", "s3", "right", "s0 zero"], ["s0 zero", "s0 zero", "s0 zero", "right"],
      ])
  }

  @Test func namesAreNoMarkup() {
    let names = ["</script><img onerror=x>", "<\"'&", "😀"]
    let source = source(counts, names, of: "</table>\"s")
    #expect(!source.contains("<img") && !source.contains("</script"))
    #expect(source.ranges(of: "</table>").count == 1)
    #expect(source.contains("data-examples=\"&lt;/table&gt;&quot;s\""))
    #expect(
      cells(source)[0].dropFirst().prefix(3)
        == ["&lt;/script&gt;&lt;img onerror=x&gt;", "&lt;&quot;'&amp;", "😀"])
  }

  /// What a screen reader says of a cell is its row's and its column's heading.
  @Test func headingsHaveTheirScope() {
    let source = source(counts, ["a", "b", "c"])
    #expect(source.ranges(of: "<th scope=\"col\">").count == 6)
    #expect(source.ranges(of: "<th scope=\"row\">").count == 5)
    #expect(source.ranges(of: "<th").count == 6 + 5 + 1)  // and <thead
    #expect(source.ranges(of: "<caption>").count == 1)
  }

  /// Columns of long names would be wide, so the names stand upright.
  @Test func longNamesStandUpright() {
    #expect(source(counts, ["a", "b", "place"]).contains("class=\"confusions long\""))
    #expect(source(counts, ["a", "b", "c"]).contains("class=\"confusions\""))
  }
}

/// The texts of a table's cells, row by row.
private func cells(_ source: String) -> [[String]] {
  parts(of: source, from: "<tr>", to: "</tr>").map { row in
    parts(of: row, from: "<t", to: "</t").map { cell in
      String(cell.drop { $0 != ">" }.dropFirst()).replacing(/<\/?span[^>]*>/, with: "")
    }
  }
}

/// What classes the cells have that are numbers of examples, but for that one, row by row.
private func cellClasses(_ source: String) -> [[String]] {
  parts(of: source, from: "<tr>", to: "</tr>").map { row in
    parts(of: row, from: "<td class=\"count ", to: "\"")
  }.filter { !$0.isEmpty }
}

/// What stands between each `start` and the next `end`.
private func parts(of source: String, from start: String, to end: String) -> [String] {
  source.ranges(of: start).map { range in
    let rest = source[range.upperBound...]
    return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
  }
}
