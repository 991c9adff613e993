import CLibrary

extension PlotAxis {
  /// A tick with the digits that tell it from its neighbours.
  package func label(_ tick: Double) -> String {
    if isScientific { return printed("%.*e", [digits, tick]) }
    return isLogarithmic ? printed("%.12g", [tick]) : fixed(tick, decimals)
  }

  /// A value, at least ten times finer than the ticks; a whole number between ticks at whole numbers
  /// is written as one.
  package func text(_ value: Double) -> String {
    if isScientific { return printed("%.*e", [digits + 1, value]) }
    guard let step else { return printed("%.3g", [value]) }
    if decimals == 0, value == value.rounded() { return fixed(value, 0) }
    let text = fixed(value, max(0, Int(ceil(-log10(step / 50) - 1e-9))))
    return text.hasPrefix("-") && Double(text) == 0 ? String(text.dropFirst()) : text
  }

  /// One form for all numbers of the axis: with a power of ten where they would be long.
  private var isScientific: Bool {
    if isLogarithmic { return low < 1e-4 || high > 1e6 }
    return decimals > 6 || max(abs(low), abs(high)) >= 1e7
  }

  /// The decimals of the step.
  private var decimals: Int {
    step.map { max(0, Int(ceil(-log10($0) - 1e-9))) } ?? 0
  }

  /// The decimals of a number with a power of ten.
  private var digits: Int {
    guard let step else { return 0 }
    return Int(max(0, floor(log10(max(abs(low), abs(high)))) - floor(log10(step) + 1e-9)))
  }
}
