import Drawing
import Terminal

/// A quantity that was measured after every epoch, of several sets or runs.
package struct MeasuredCurves {
  let name: String
  /// Each as long as there are epochs, or shorter; nil where nothing was measured.
  let series: [(name: String, values: [Double?])]
  let text: (Double) -> String

  /// - Parameter text: how a value is written, as `11.00 %`.
  package init(
    _ name: String, _ series: [(name: String, values: [Double?])],
    text: @escaping (Double) -> String
  ) {
    (self.name, self.series, self.text) = (name, series, text)
  }

  /// Mean losses.
  package static func losses(
    _ name: String, _ series: [(name: String, values: [Double?])]
  ) -> MeasuredCurves {
    MeasuredCurves(name, series) { fixed($0, 4) }
  }

  /// Shares of wrong labels, in percent.
  package static func errorRates(
    _ name: String, _ series: [(name: String, values: [Double?])]
  ) -> MeasuredCurves {
    let inPercent = series.map { ($0.name, $0.values.map { $0.map { 100 * $0 } }) }
    return MeasuredCurves("\(name), %", inPercent) { fixed($0, 2) }
  }

  fileprivate var isMeasured: Bool { series.contains { $0.values.contains { $0 != nil } } }

  /// A drawing for the room that most screens have, and one for a telephone; the style sheet shows one.
  fileprivate func drawings(best: Int?, _ number: Int) -> [HTML] {
    var (wide, narrow) = (plot(best: best), plot(best: best))
    wide.size = (560, 280, 2)
    narrow.size = (340, 220, 2)
    return [("wide", wide), ("narrow", narrow)].map { name, plot in
      let svg = HTML(trusted: plot.svg.element(idPrefix: "curve\(number)-\(name)"))
      return .element("div", ["class": name], [svg])
    }
  }

  private func plot(best: Int?) -> Plot {
    var plot = Plot(name, x: "epoch", y: name)
    plot.showsTitle = false
    for series in series {
      let points = series.values.enumerated().compactMap { k, value in
        value.map { (x: Double(k + 1), y: $0) }
      }
      // A set of which nothing is known leaves its colour and dashes to none.
      plot.curve(points.isEmpty ? "" : series.name, points)
    }
    if let best, let value = series.last?.values[best - 1] {
      plot.mark("best epoch \(best)", (Double(best), value))
    }
    return plot
  }
}

/// The part "Curves": plots that can be read as they are, the table behind them, and, with JavaScript,
/// the numbers of any epoch.
///
/// - Parameter best: the epoch to be marked on each plot's last curve.
package func curvesSection(_ curves: [MeasuredCurves], best: Int? = nil) -> Section {
  let curves = curves.filter(\.isMeasured)
  let epochs = curves.flatMap { $0.series.map(\.values.count) }.max() ?? 0
  guard epochs > 0 else {
    return Section("curves", "Curves", .element("p", [:], "Not one epoch was whole."))
  }
  let figures = curves.enumerated().map { k, curves in
    HTML.element(
      "div", [:],
      curves.drawings(best: best, k) + [.element("p", ["class": "with-script at-epoch"], "")])
  }
  return Section(
    "curves", "Curves", drawings: Palette.styleSheet, styles: ["curves.css"],
    scripts: ["curves.js"],
    .list([
      .element("p", [:], explanation(best: best)), .element("div", ["class": "curves"], figures),
      HTML(trusted: PageFile("curves.html").text),
      .element(
        "details", [:],
        [.element("summary", [:], "The numbers of every epoch"), numbers(curves, epochs)]),
    ]))
}

private func explanation(best: Int?) -> String {
  let ring = best.map { " The ring is at epoch \($0), where the validation loss is least." }
  return "Measured after every epoch.\(ring ?? "")"
}

private func numbers(_ curves: [MeasuredCurves], _ epochs: Int) -> HTML {
  let columns = curves.flatMap { curves in
    curves.series.filter { $0.values.contains { $0 != nil } }.map { series in
      (
        heading: "\(curves.name): \(series.name)",
        texts: (0..<epochs).map { k in
          k < series.values.count ? series.values[k].map(curves.text) ?? "" : ""
        }
      )
    }
  }
  return table(
    caption: "After every epoch", columns: ["epoch"] + columns.map(\.heading),
    rows: (0..<epochs).map { k in ["\(k + 1)"] + columns.map { $0.texts[k] } })
}
