import Terminal

/// The part "Confusions": which class was taken for which, as a table that can be read as it is.
///
/// - Parameters:
///   - counts: `counts[t][p]` examples of class t were read as class p.
///   - examples: what they are called: `letters`; one of them has no s.
///   - set: the set that they are of: `validation`.
///   - scripts: the files of the page that show the examples behind the numbers, if it has them.
package func confusionsSection(
  _ counts: [[Int]], classes: [String], of examples: String, in set: String, scripts: [String] = []
) -> Section {
  let explained = explanation(counts, of: examples, in: set)
  guard classes.count <= mostClassesInTable else {
    let note = HTML.element("p", [:], "These are \(classes.count) classes, too many for a table.")
    return Section("confusions", "Confusions", .list(explained + [note]))
  }
  let table = HTML.element(
    "table",
    [
      "class": classes.contains { $0.count > 3 } ? "confusions long" : "confusions",
      "data-examples": examples,
    ],
    [
      .element("caption", [:], "Rows: true class. Columns: read as."),
      head(classes),
      .element("tbody", [:], classes.indices.map { row(counts[$0], of: $0, classes[$0]) }),
      .element("tfoot", [:], foot(counts)),
    ])
  let more = scripts.isEmpty ? [] : [HTML(trusted: PageFile("confusions.html").text)]
  return Section(
    "confusions", "Confusions", styles: ["confusions.css"], scripts: scripts,
    .list(
      explained + [.scrolling("Table of confusions", table)] + more
    ))
}

private func explanation(_ counts: [[Int]], of examples: String, in set: String) -> [HTML] {
  let all = sum(counts.joined())
  let right = sum(counts.indices.map { counts[$0][$0] })
  return [
    .element(
      "p", [:],
      "Of \(all) \(all == 1 ? String(examples.dropLast()) : examples) (\(set)) \(right) "
        + "\(right == 1 ? "is" : "are") read right: \(share(right, of: all)). A row is what they are, a "
        + "column what they are read as: the right ones stand on the diagonal, framed. A wrong number’s "
        + "ground has the more colour, the larger its share of the row."),
    .element(
      "p", [:],
      "Recall is the share of a row that is read right: of those that are of a class, how many are "
        + "found. Precision is the share of a column that is read right: of those that are read as a "
        + "class, how many are of it."),
  ]
}

private func head(_ classes: [String]) -> HTML {
  let cells = (["true \\ read"] + classes + ["total", "recall, %"]).map {
    HTML.element("th", ["scope": "col"], [.element("span", [:], $0)])
  }
  return .element("thead", [:], [.element("tr", [:], cells)])
}

private func row(_ counts: [Int], of truth: Int, _ name: String) -> HTML {
  let all = sum(counts)
  let cells = counts.enumerated().map { label, count in
    let step = label == truth ? "right" : "s\(step(count, of: all))"
    return HTML.element(
      "td", ["class": "count \(step)\(count == 0 ? " zero" : "")"], count == 0 ? "·" : "\(count)")
  }
  return row(name, cells + [total("\(all)"), rate(counts[truth], of: all)])
}

/// How many are read as each class, and how many of these are of it.
private func foot(_ counts: [[Int]]) -> [HTML] {
  let read = counts.indices.map { label in sum(counts.map { $0[label] }) }
  let precisions = counts.indices.map { rate(counts[$0][$0], of: read[$0]) }
  return [
    row("total", read.map { total("\($0)") } + [total("\(sum(read))"), total("")]),
    row("precision, %", precisions + [total(""), total("")]),
  ]
}

private func row(_ name: String, _ cells: [HTML]) -> HTML {
  .element("tr", [:], [.element("th", ["scope": "row"], name)] + cells)
}

private func total(_ text: String) -> HTML { .element("td", ["class": "total"], text) }

/// In percent; a telephone, which has less room, shows it without decimals.
private func rate(_ count: Int, of all: Int) -> HTML {
  guard all > 0 else { return total("–") }
  let percent = 100 * Double(count) / Double(all)
  return .element(
    "td", ["class": "total", "data-rounded": fixed(percent, 0)],
    [.element("span", [:], fixed(percent, 1))])
}

/// In percent; a dash where there are none to have a share of.
private func share(_ count: Int, of total: Int) -> String {
  total == 0 ? "–" : percent(Double(count) / Double(total), 1)
}

/// The tint of a wrong cell, 0 for none to 5.
private func step(_ count: Int, of total: Int) -> Int {
  guard count > 0 else { return 0 }
  return 1 + [0.02, 0.05, 0.1, 0.2].count { Double(count) / Double(total) > $0 }
}

private func sum(_ counts: some Sequence<Int>) -> Int { counts.reduce(0, +) }
