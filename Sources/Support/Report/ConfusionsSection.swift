import Terminal

/// The part "Confusions": which class was taken for which, as a table that can be read as it is.
///
/// - Parameters:
///   - counts: `counts[t][p]` examples of class t were taken for class p.
///   - examples: what they are called: `letters of the validation set`.
///   - scripts: the files of the page that show the examples behind the numbers, if it has them.
package func confusionsSection(
  _ counts: [[Int]], classes: [String], of examples: String, scripts: [String] = []
) -> Section {
  let explanation = HTML.element(
    "p", [:],
    "\(counts.joined().reduce(0, +)) \(examples). A row is what they are, a column what they are taken "
      + "for; right ones are in the frames. Recall: the share of a row that is right. Precision: the "
      + "share of a column that is.")
  let table = HTML.element(
    "table", ["class": "confusions"],
    [
      .element("caption", [:], "What is taken for what"), head(classes),
      .element("tbody", [:], classes.indices.map { row(counts[$0], of: $0, classes[$0]) }),
      .element("tfoot", [:], [precisions(counts)]),
    ])
  let box = HTML.element(
    "div",
    ["class": "scrolls", "role": "region", "tabindex": "0", "aria-label": "What is taken for what"],
    [table])
  let more = scripts.isEmpty ? [] : [HTML(trusted: PageFile("confusions.html").text)]
  return Section(
    "confusions", "Confusions", styles: ["confusions.css"], scripts: scripts,
    .list([explanation, box] + more))
}

private func head(_ classes: [String]) -> HTML {
  let cells = (["true \\ read"] + classes + ["recall"]).map {
    HTML.element("th", ["scope": "col"], $0)
  }
  return .element("thead", [:], [.element("tr", [:], cells)])
}

private func row(_ counts: [Int], of truth: Int, _ name: String) -> HTML {
  let total = counts.reduce(0, +)
  let cells = counts.enumerated().map { label, count in
    HTML.element(
      "td", ["class": label == truth ? "right" : shade(count, of: total)],
      count == 0 ? "·" : "\(count)")
  }
  return .element(
    "tr", [:],
    [.element("th", ["scope": "row"], name)] + cells + [share(counts[truth], of: total)])
}

private func precisions(_ counts: [[Int]]) -> HTML {
  let cells = counts.indices.map { label in
    share(counts[label][label], of: counts.reduce(0) { $0 + $1[label] })
  }
  let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
  return .element(
    "tr", [:],
    [.element("th", ["scope": "row"], "precision")] + cells
      + [share(right, of: counts.joined().reduce(0, +))])
}

private func share(_ count: Int, of total: Int) -> HTML {
  .element("td", [:], total == 0 ? "-" : percent(Double(count) / Double(total), 0))
}

/// The class of a cell: the darker, the larger its share of the row.
private func shade(_ count: Int, of total: Int) -> String {
  if count == 0 { return "none" }
  let steps = [0.02, 0.05, 0.1, 0.2]
  return "shade\(steps.count { Double(count) / Double(total) > $0 })"
}
