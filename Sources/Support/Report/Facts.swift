/// Names and what is said of them, one below the other.
package func facts(_ list: [(name: String, value: HTML)]) -> HTML {
  .element(
    "dl", ["class": "facts"],
    list.flatMap { [.element("dt", [:], $0.name), .element("dd", [:], [$0.value])] })
}

/// A table whose first column names its rows; a wide one scrolls by itself.
package func table(caption: String, columns: [String], rows: [[String]]) -> HTML {
  let head = columns.map { HTML.element("th", ["scope": "col"], $0) }
  let body = rows.map { row in
    HTML.element(
      "tr", [:],
      row.prefix(1).map { .element("th", ["scope": "row"], $0) }
        + row.dropFirst().map { .element("td", [:], $0) })
  }
  let table = HTML.element(
    "table", [:],
    [
      .element("caption", [:], caption), .element("thead", [:], [.element("tr", [:], head)]),
      .element("tbody", [:], body),
    ])
  return .scrolling(caption, table)
}
