#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An axis that begins and ends at round numbers: multiples of a step of 1, 2 or 5 times a power
/// of ten.
struct Axis {
  /// The multiples of the step, from the axis's low end to its high end; at least two.
  let ticks: [Double]
  private let step: Double

  var low: Double { ticks[0] }
  var high: Double { ticks[ticks.count - 1] }

  /// An axis around `values`, of which those over 1e300 in size are left out, with about
  /// `intervals` steps.
  init(around values: some Sequence<Double>, intervals: Int) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where abs(value) <= 1e300 {
      (low, high) = (min(low, value), max(high, value))
    }
    if low > high { (low, high) = (0, 1) }
    let size = max(abs(low), abs(high))
    if high - low <= 1e-9 * size || high - low < 1e-290 {
      let margin = size > 1e-280 ? size / 10 : 1
      (low, high) = (low - margin, high + margin)
    }
    let least = (high - low) / Double(intervals)
    let power = pow(10, floor(log10(least)))
    let step = ([1, 2, 5].first { $0 * power >= least * (1 - 1e-9) } ?? 10) * power
    // A value that lies on a tick but for its last bit does not need another one.
    let first = Int(floor(low / step + 1e-9))
    let last = Int(ceil(high / step - 1e-9))
    ticks = (first...max(last, first + 1)).map { Double($0) * step }
    self.step = step
  }

  /// Where a value lies on the axis: 0 at its low end, 1 at its high end.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }

  /// A tick with the digits that tell it from its neighbours.
  func label(_ tick: Double) -> String {
    let decimals = Int(max(0, ceil(-log10(step) - 1e-9)))
    if decimals <= 6 && max(abs(low), abs(high)) < 1e7 { return decimal(tick, decimals) }
    return "\(Float(tick))"
  }
}
