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

  fileprivate func plot(best: Int?) -> Plot {
    var plot = Plot(name, x: "epoch", y: name)
    plot.showsTitle = false
    for series in series {
      let points = series.values.enumerated().compactMap { k, value in
        value.map { (x: Double(k + 1), y: $0) }
      }
      plot.curve(series.name, points)
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
    let plot = HTML(trusted: curves.plot(best: best).svg.element(idPrefix: "curve\(k)"))
    return HTML.element(
      "div", [:],
      [
        .scrolling(curves.name, plot),
        .element("p", ["class": "with-script at-epoch"], ""),
      ])
  }
  return Section(
    "curves", "Curves", drawings: Palette.styleSheet, styles: ["curves.css"],
    scripts: ["curves.js"],
    .list([
      .element("div", ["class": "curves"], figures),
      HTML(trusted: PageFile("curves.html").text),
      .element(
        "details", [:],
        [.element("summary", [:], "The numbers of every epoch"), numbers(curves, epochs)]),
    ]))
}

private func numbers(_ curves: [MeasuredCurves], _ epochs: Int) -> HTML {
  let columns = curves.flatMap { curves in
    curves.series.map { series in
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
