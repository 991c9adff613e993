import GradientCheck
import Report
import Terminal

/// Derivatives as a table of all digits, closed at first.
struct DerivativesTable {
  private let derivatives: ComparedDerivatives
  private let name: String

  init(_ derivatives: ComparedDerivatives, named name: String) {
    (self.derivatives, self.name) = (derivatives, name)
  }

  var html: HTML {
    let head = ["derivative", "at", "backward", "differences", "error", "verdict"].map {
      HTML.element("th", ["scope": "col"], $0)
    }
    return .element(
      "details", [:],
      [
        .element("summary", [:], "All \(derivatives.cells.count) numbers"),
        .scrolling(
          name,
          .element(
            "table", ["class": "derivatives"],
            [
              .element("caption", [:], "Errors are relative to \(derivatives.reference)."),
              .element("thead", [:], [.element("tr", [:], head)]),
              .element("tbody", [:], rows),
            ])),
      ])
  }

  private var rows: [HTML] {
    let cells = derivatives.cells
    let analytic = aligned(cells.map { derivatives.analytic[$0.row][$0.column] })
    let numeric = aligned(cells.map { derivatives.numeric[$0.row][$0.column] })
    let elements = aligned(cells.map(derivatives.number))
    let worst = derivatives.worst?.cell
    return cells.indices.map { i in
      let (cell, error) = (cells[i], derivatives.errors[cells[i].row][cells[i].column])
      let verdict =
        error == nil
        ? "not compared, at a kink"
        : !derivatives.isBeyond(cell) ? "" : cell == worst ? "the worst" : "beyond the tolerance"
      return .element(
        "tr", verdict.isEmpty ? [:] : ["class": "marked"],
        [.element("th", ["scope": "row"], derivatives.name(cell))]
          + [elements[i], analytic[i], numeric[i], error.map(scientific) ?? ""].map {
            .element("td", [:], $0)
          }
          + [.element("td", [:], verdict)])
    }
  }
}

/// Numbers with all their digits, the points below each other.
private func aligned(_ numbers: [Double]) -> [String] {
  let texts = numbers.map(digits)
  func whole(_ text: String) -> Int { text.prefix { $0 != "." }.count }
  let before = texts.map(whole).max() ?? 0
  let padded = texts.map { String(repeating: " ", count: before - whole($0)) + $0 }
  let width = padded.map(\.count).max() ?? 0
  return padded.map { $0.padded(width) }
}

/// A number with all its digits.
func digits(_ number: Double) -> String { number.isNaN ? "NaN" : "\(number)" }
