import Terminal

extension Axis {
  /// An axis around `values`, of which those over 1e300 in size are left out.
  init(around values: some Sequence<Double>, intervals: Int) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where abs(value) <= 1e300 {
      (low, high) = (min(low, value), max(high, value))
    }
    if low > high { (low, high) = (0, 1) }
    self.init(low, high, intervals: intervals)
  }
}
