import Formats
import Testing

@testable import Report

@Suite struct ConfusionsSectionTests {
  private func text(_ counts: [[Int]], _ classes: [String]) -> String {
    Page("", [confusionsSection(counts, classes: classes, of: "letters")], data: .object([])).text
  }

  /// 8 a, of which 2 are taken for b, and 4 b, of which 1 is taken for a: recalls 6/8 and 3/4,
  /// precisions 6/7 and 3/5, 9 of 12 right.
  @Test func rowsAreWhatIsTrue() {
    let text = text([[6, 2], [1, 3]], ["a", "b"])
    #expect(
      text.contains(
        #"<tr><th scope="row">a</th><td class="right">6</td><td class="shade4">2</td><td>75 %</td></tr>"#
      ))
    #expect(
      text.contains(
        #"<tr><th scope="row">b</th><td class="shade4">1</td><td class="right">3</td><td>75 %</td></tr>"#
      ))
    #expect(text.contains(#"precision</th><td>86 %</td><td>60 %</td><td>75 %</td>"#))
  }

  @Test func classesWithoutExamplesHaveNoShare() {
    let text = text([[0, 0], [0, 4]], ["a", "b"])
    #expect(text.contains(#"<td class="right">·</td><td class="none">·</td><td>-</td></tr>"#))
    #expect(text.contains(#"precision</th><td>-</td><td>100 %</td><td>100 %</td>"#))
  }

  /// One of 50 is 2 %.
  @Test(arguments: [(1, 0), (2, 1), (3, 2), (6, 3), (11, 4)]) func shadesAreSharesOfTheRow(
    count: Int, shade: Int
  ) {
    #expect(
      text([[50 - count, count], [0, 1]], ["a", "b"]).contains("shade\(shade)\">\(count)<"))
  }
}
