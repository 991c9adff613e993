import Terminal

/// A plot's numbers in words, for its description.
struct AxisWords {
  let x, y: PlotAxis
  /// What the horizontal axis counts, where that is one word, such as "epoch".
  private let unit: String

  init(_ frame: PlotFrame, xLabel: String) {
    (x, y) = (frame.x, frame.y)
    unit = xLabel.contains(" ") || xLabel.isEmpty ? "" : xLabel + " "
  }

  /// "2.30 at epoch 1".
  func place(_ point: Plot.Point) -> String {
    "\(typeset(y.text(point.y))) at \(unit)\(typeset(x.text(point.x)))"
  }

  /// "from 0.1 to 0.9", or nothing without numbers.
  func range(_ numbers: [Double], on axis: PlotAxis) -> String? {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return "from \(typeset(axis.text(low))) to \(typeset(axis.text(high)))"
  }
}
