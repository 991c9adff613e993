import CLibrary

/// An axis of a plot or a chart, which begins and ends at round numbers: multiples of a step of 1, 2
/// or 5 times a power of ten.
package struct PlotAxis {
  /// The multiples of the step, from the axis's low end to its high end; at least two.
  package let ticks: [Double]
  private let step: Double
  /// Whether equal lengths are equal factors.
  private let isLogarithmic: Bool

  package var low: Double { ticks[0] }
  package var high: Double { ticks[ticks.count - 1] }

  /// Can it be drawn? Differences of larger numbers could overflow.
  package static func holds(_ value: Double) -> Bool { abs(value) <= 1e300 }

  /// An axis around those of `values` that can be drawn, with at most `intervals` + 1 steps. Around
  /// a single value there is some room on both sides; without any the axis goes from 0 to 1.
  package init(around values: some Sequence<Double>, intervals: Int) {
    let drawable = values.filter(Self.holds)
    var (low, high) = (drawable.min() ?? 0, drawable.max() ?? 1)
    let size = max(abs(low), abs(high))
    if high - low <= max(1e-9 * size, 1e-300) {
      let margin = size > 1e-290 ? size / 10 : 1
      (low, high) = (low - margin, high + margin)
    }
    let least = (high - low) / Double(intervals)
    let power = pow(10, floor(log10(least)))
    let step = ([1, 2, 5].first { $0 * power >= least } ?? 10) * power
    ticks = (Int(floor(low / step))...Int(ceil(high / step))).map { Double($0) * step }
    self.step = step
    isLogarithmic = false
  }

  /// A logarithmic axis around those of `values` that can be drawn and are positive, with ticks at
  /// 1, 2 and 5 times powers of ten, at least two; without any it goes from 1 to 10.
  package init(logarithmicAround values: some Sequence<Double>) {
    let drawable = values.filter { $0 > 0 && Self.holds($0) }
    let (low, high) = (drawable.min() ?? 1, drawable.max() ?? 10)
    let powers = Int(floor(log10(low)))...Int(ceil(log10(high))) + 1
    let ticks = powers.flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
    let first = ticks.lastIndex { $0 <= low } ?? 0
    let last = ticks[(first + 1)...].firstIndex { $0 >= high } ?? ticks.count - 1
    self.ticks = Array(ticks[first...last])
    (step, isLogarithmic) = (0, true)
  }

  /// Where a value lies on the axis: 0 at its low end, 1 at its high end.
  package func share(_ value: Double) -> Double {
    isLogarithmic ? log(value / low) / log(high / low) : (value - low) / (high - low)
  }

  /// A tick with the digits that tell it from its neighbours.
  package func label(_ tick: Double) -> String {
    if isLogarithmic { return printed("%.12g", [tick]) }
    let size = max(abs(low), abs(high))
    let decimals = Int(max(0, ceil(-log10(step) - 1e-9)))
    if decimals <= 6, size < 1e7 { return fixed(tick, decimals) }
    let digits = floor(log10(size)) - floor(log10(step) + 1e-9)
    return printed("%.*e", [Int(max(0, digits)), tick])
  }
}
