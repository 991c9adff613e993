import Formats
import GradientCheck
import Report
import Terminal

/// Derivatives by one operand as three pictures side by side, in words, and as a table.
struct DerivativePictures {
  private let derivatives: ComparedDerivatives
  private let layer: String
  private let checked: CheckedLayer

  init(_ derivatives: ComparedDerivatives, of layer: String, in checked: CheckedLayer) {
    (self.derivatives, self.layer, self.checked) = (derivatives, layer, checked)
  }

  private var title: String { "∂\(derivatives.function)/∂\(derivatives.matrix)" }

  var html: HTML {
    let maps = HeatMap.all(of: derivatives, named: "\(layer), \(title)")
    return .list([
      .element("h3", [:], title),
      .element("p", [:], place),
      finding,
      .element("div", ["class": "maps"], maps.map(\.html)),
      MapLegend(derivatives).html,
      DerivativesTable(derivatives, named: "\(layer), \(title): all numbers").html,
    ])
  }

  // MARK: In words

  /// Where the derivatives were taken.
  private var place: String {
    let d = derivatives
    guard let output = d.output else {
      let meaning = [
        "α": "α has a row for each hidden unit; its first column is that of the biases.",
        "β": "β has a row for each class; its first column is that of the biases.",
      ]
      return "At a random point. \(meaning[d.matrix] ?? "\(d.matrix) is \(d.shape).")"
    }
    let shapes = "\(d.function) is \(output), \(d.matrix) is \(d.shape)."
    if !d.isWorst { return "At a random point near 1; \(shapes)" }
    let distance = d.isNear ? "near 1" : "farther out"
    return "At the point, \(distance), of the worst derivative by \(d.matrix); \(shapes)"
  }

  /// What is to be seen: how many are wrong, and the worst with its numbers.
  private var finding: HTML {
    let all = derivatives.cells
    let beyond = all.filter(derivatives.isBeyond).count
    let tolerance = scientific(derivatives.tolerance)
    let count =
      beyond == 0
      ? "No error is beyond the tolerance, \(tolerance)."
      : "Beyond the tolerance, \(tolerance): \(beyond) of \(counted(all.count, "derivative"))."
    guard let (cell, error) = derivatives.worst else {
      return .element("p", [:], "All are at kinks, and not compared.")
    }
    let pair = DerivativePair(
      name: derivatives.name(cell), place: "at \(derivatives.number(cell))",
      analytic: digits(derivatives.analytic[cell.row][cell.column]),
      numeric: digits(derivatives.numeric[cell.row][cell.column]), error: scientific(error))
    let largest = beyond == 0 ? "The largest" : "The worst"
    return .list([
      .element(
        "p", ["class": beyond == 0 ? nil : "bad"],
        "\(count) \(beyond == 0 ? atOnce : "")\(largest) of the picture:"),
      pair.html,
    ])
  }

  /// Where only a gradient of all outputs at once is wrong.
  private var atOnce: String {
    let name = "∂(gB·b)/∂\(derivatives.matrix)["
    return !checked.passed && checked.worst.first?.hasPrefix(name) == true
      ? "One by one they are right; backward is wrong where gB has several numbers at once. " : ""
  }
}
