import CLibrary

/// An axis of a plot or a chart, with ticks at round numbers: multiples of a step of 1, 2 or 5 times
/// a power of ten.
package struct PlotAxis {
  /// The multiples of the step that lie on the axis; at least two.
  package let ticks: [Double]
  /// The axis's ends: ticks, where it is not cut.
  package let low, high: Double
  /// What ticks are multiples of; nothing where equal lengths are equal factors.
  let step: Double?

  package var isLogarithmic: Bool { step == nil }

  /// Can it be drawn? Differences of larger numbers could overflow.
  package static func holds(_ value: Double) -> Bool { abs(value) <= 1e300 }

  /// Can it be drawn on a logarithmic axis? Smaller numbers have few digits.
  package static func holdsFactor(_ value: Double) -> Bool { value >= 1e-300 && holds(value) }

  /// An axis around those of `values` that can be drawn, with at most `intervals` + 1 steps. Around
  /// a single value there is some room on both sides; without any the axis goes from 0 to 1.
  /// - Parameters:
  ///   - isWhole: no tick lies between whole numbers.
  ///   - isCut: an end goes no further than the values where the next tick is far from them.
  package init(
    around values: some Sequence<Double>, intervals: Int, isWhole: Bool = false,
    isCut: Bool = false
  ) {
    let drawable = values.filter(Self.holds)
    var (low, high) = (drawable.min() ?? 0, drawable.max() ?? 1)
    let size = max(abs(low), abs(high))
    if high - low <= max(1e-9 * size, 1e-300) {
      let margin = max(size > 1e-290 ? size / 10 : 1, isWhole ? 1 : 0)
      (low, high) = (low - margin, high + margin)
    }
    let least = (high - low) / Double(intervals)
    let power = pow(10, floor(log10(least)))
    let round = ([1, 2, 5].first { $0 * power >= least } ?? 10) * power
    let step = isWhole ? max(1, round) : round
    var ticks = (Int(floor(low / step))...Int(ceil(high / step))).map { Double($0) * step }
    let spare = (high - low) / 20
    let canCut = { isCut && ticks.count > 2 && $0 > spare }
    if canCut(low - ticks[0]) { ticks.removeFirst() } else { low = ticks[0] }
    let last = ticks[ticks.count - 1]
    if canCut(last - high) { ticks.removeLast() } else { high = last }
    (self.ticks, self.low, self.high, self.step) = (ticks, low, high, step)
  }

  /// An axis with a tick at each value and nothing beyond, if they are two to five whole numbers.
  package init?(atEachOf values: some Sequence<Double>) {
    let ticks = Set(values).sorted()
    guard (2...5).contains(ticks.count), ticks.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e7 })
    else { return nil }
    (self.ticks, low, high, step) = (ticks, ticks[0], ticks[ticks.count - 1], 1)
  }

  /// A logarithmic axis around those of `values` that can be drawn there. It has at least two ticks
  /// and not many more than `intervals`: 1, 2 and 5 times powers of ten, or powers of ten alone;
  /// without any value it goes from 1 to 10.
  package init(logarithmicAround values: some Sequence<Double>, intervals: Int = 8) {
    let drawable = values.filter(Self.holdsFactor)
    let (low, high) = (drawable.min() ?? 1, drawable.max() ?? 10)
    let (first, last) = (Int(floor(log10(low))), Int(ceil(log10(high))))
    let stride = max(1, (last - first + intervals - 1) / intervals)
    let powers = (0...intervals + 1).map { pow(10, Double(first + $0 * stride)) }
    let fine = Self.part(of: powers.flatMap { [$0, 2 * $0, 5 * $0] }, around: low, high)
    let isFine = stride == 1 && fine.count <= intervals + 1
    ticks = isFine ? fine : Self.part(of: powers, around: low, high)
    (self.low, self.high, step) = (ticks[0], ticks[ticks.count - 1], nil)
  }

  /// From the last tick that is not above `low` to the first after it that is not below `high`.
  private static func part(of ticks: [Double], around low: Double, _ high: Double) -> [Double] {
    let first = ticks.lastIndex { $0 <= low } ?? 0
    let last = ticks[(first + 1)...].firstIndex { $0 >= high } ?? ticks.count - 1
    return Array(ticks[first...last])
  }

  /// Where a value lies on the axis: 0 at its low end, 1 at its high end.
  package func share(_ value: Double) -> Double {
    // The factor between the ends may be too large for a number.
    isLogarithmic
      ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low)
  }
}
