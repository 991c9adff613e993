import GradientCheck
import Report
import Terminal

/// What colours and marks of pictures of derivatives mean, with numbers.
struct MapLegend {
  private let derivatives: ComparedDerivatives
  /// Of a swatch, and beside a bar of them, in pixels.
  private let side = 12
  private let margin = 34.0

  init(_ derivatives: ComparedDerivatives) { self.derivatives = derivatives }

  var html: HTML {
    .element("div", ["class": "legends"], [values, errors, marks])
  }

  // MARK: Scales

  /// From the most negative through 0 to the most positive.
  private var values: HTML {
    let (half, scale) = (8, derivatives.largest)
    let swatches = (-half...half).map { i in
      let name = i == 0 ? "paper" : i > 0 ? "positive" : "negative"
      return swatch(i + half, name, abs(Double(i)) / Double(half))
    }
    let names = [-1.0, 0, 1].map { end in
      (place: Double(half) * (1 + end) + 0.5, text: end == 0 ? "0" : short(end * scale))
    }
    return scaleHTML("a derivative", count: 2 * half + 1, swatches, names)
  }

  /// By powers of ten, and where the tolerance lies.
  private var errors: HTML {
    let decades = ErrorScale.decades
    let swatches = (0..<decades).map { i in
      let error = ErrorScale.error(ofPower: Double(i) + 0.5 - Double(decades))
      return swatch(
        i, error > derivatives.tolerance ? "beyond" : "within", ErrorScale.opacity(error))
    }
    let names = stride(from: 0, through: decades, by: 4).map {
      (place: Double($0), text: $0 == decades ? "1" : "1e-\(decades - $0)")
    }
    let x = margin + ErrorScale.place(derivatives.tolerance) * Double(decades * side)
    let tolerance = [
      HTML.element("path", ["class": "tolerance", "d": "M\(x) 14V\(18 + side + 4)"]),
      .element(
        "text", ["x": "\(x)", "y": "11", "text-anchor": "middle"],
        "tolerance \(scientific(derivatives.tolerance))"),
    ]
    return scaleHTML(
      "an error, relative to \(derivatives.reference)", count: decades, swatches + tolerance, names)
  }

  private func swatch(_ i: Int, _ name: String, _ opacity: Double) -> HTML {
    .element(
      "rect",
      [
        "class": name, "x": "\(margin + Double(i * side))", "y": "18", "width": "\(side)",
        "height": "\(side)", "fill-opacity": "\(opacity)",
      ])
  }

  /// A bar of swatches with numbers below.
  private func scaleHTML(
    _ title: String, count: Int, _ content: [HTML], _ names: [(place: Double, text: String)]
  ) -> HTML {
    let (width, bottom) = (2 * margin + Double(count * side), 18 + side)
    let frame = HTML.element(
      "rect",
      [
        "class": "frame", "x": "\(margin)", "y": "18", "width": "\(count * side)",
        "height": "\(side)",
      ])
    let texts = names.map { name in
      HTML.element(
        "text",
        [
          "x": "\(margin + name.place * Double(side))", "y": "\(bottom + 16)",
          "text-anchor": "middle",
        ], name.text)
    }
    let words = "scale from \(names.first?.text ?? "") to \(names.last?.text ?? "")"
    return .element(
      "figure", [:],
      [
        .element("figcaption", [:], title),
        .element(
          "svg",
          [
            "role": "img", "aria-label": words, "width": "\(width)", "height": "\(bottom + 20)",
            "viewBox": "0 0 \(width) \(bottom + 20)",
          ], content + [frame] + texts),
      ])
  }

  /// In little room: `0.250`, `-1.2e-04`.
  private func short(_ number: Double) -> String {
    let size = abs(number)
    let text = size >= 0.01 && size < 1000 ? fixed(size, 3) : scientific(size)
    return (number < 0 ? "−" : "") + text
  }

  // MARK: Marks

  /// Those that are there.
  private var marks: HTML {
    let cells = derivatives.cells
    let isFinite = (derivatives.analytic + derivatives.numeric).joined().allSatisfy(\.isFinite)
    var marks: [(HeatMap.Mark, String)] = []
    if cells.contains(where: derivatives.isBeyond) {
      marks += [(.outline, "beyond the tolerance"), (.worst, "the worst")]
    }
    if !isFinite { marks.append((.notFinite, "not a number, or infinite")) }
    if cells.contains(where: { derivatives.errors[$0.row][$0.column] == nil }) {
      marks.append((.skipped, "not compared, at a kink"))
    }
    return marks.isEmpty ? .list([]) : .element("ul", ["class": "marks"], marks.map(item))
  }

  private func item(_ mark: HeatMap.Mark, _ words: String) -> HTML {
    let picture = HTML.element(
      "svg", ["aria-hidden": "true", "width": "18", "height": "18", "viewBox": "0 0 18 18"],
      [mark.html(x: 1, y: 1, width: 16, height: 16)])
    return .element("li", [:], [picture, .text(" \(words)")])
  }
}
