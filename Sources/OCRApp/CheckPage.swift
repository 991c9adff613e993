import GradientCheck
import Report
import Terminal

/// The page of `ocr check`: what the terminal says of each layer, and its derivatives drawn.
struct CheckPage {
  private let seed: UInt32
  private var layers: [(name: String, checked: CheckedLayer)] = []

  init(seed: UInt32) { self.seed = seed }

  /// Adds what was found of a layer.
  mutating func add(_ checked: CheckedLayer, of name: String) { layers.append((name, checked)) }

  /// Whether all layers that were added passed.
  var passed: Bool { layers.allSatisfy(\.checked.passed) }

  /// The file.
  var text: String {
    let sections = layers.enumerated().map { i, layer in
      Section(
        "layer-\(i + 1)", "\(layer.name): \(layer.checked.verdict)",
        layer.checked.html(of: layer.name))
    }
    let reading = Section("reading", "How to read this", styles: ["check.css"], explanation)
    return Page("Gradient check", sections + [reading]).text
  }

  private var explanation: HTML {
    .list(
      [
        "Each layer’s backward is compared with central differences of its own forward, "
          + "(f(a + ε) − f(a − ε)) / 2ε. Where the two part, one of them is wrong; which, "
          + "no difference can say.",
        "A square is a derivative. Of a layer’s output b by an operand a, the Jacobian, it is "
          + "∂b[k]/∂a[i] in the row of output k and the column of element i; lines part the "
          + "examples of a batch. Of the network’s loss J it is where the parameter is.",
        "Pictures by backward and by differences have one scale. The third shows the error on a "
          + "scale of powers of ten; what is beyond the tolerance has an outline.",
        "The points are drawn at random from the seed \(seed): ocr check --seed \(seed) "
          + "compares the same. Many more are compared than are drawn here.",
      ].map { .element("p", [:], $0) })
  }
}

extension CheckedLayer {
  fileprivate var verdict: String { passed ? "pass" : "FAIL" }

  /// What the terminal says, and below it the pictures.
  fileprivate func html(of name: String) -> HTML {
    let verdict = HTML.element(
      "p", ["class": "verdict"],
      [
        .element("strong", ["class": passed ? "good" : "bad"], verdict), .text("  \(summary)"),
      ])
    let list = HTML.element("ul", ["class": "words"], words.map { .element("li", [:], $0) })
    let pictures = derivatives.map { DerivativePictures($0, of: name, in: self).html }
    let nothing = HTML.element("p", ["class": "muted"], "There is nothing to draw.")
    return .list(
      [verdict] + (words.isEmpty ? [] : [list]) + worstHTML
        + (pictures.isEmpty ? [nothing] : pictures))
  }

  private var worstHTML: [HTML] {
    if worst.isEmpty { return [] }
    let place = passed || worst[1].isEmpty ? nil : worst[1]
    return [
      DerivativePair(name: "worst \(worst[0])", place: place, analytic: worst[2], numeric: worst[3])
        .html
    ]
  }
}
