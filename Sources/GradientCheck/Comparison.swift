/// Derivatives as `backward` gives them beside difference quotients; keeps the largest error.
struct Comparison {
  private(set) var count = 0
  private(set) var error = 0.0
  private(set) var worst: GradientReport.Deviation?

  /// Compares two values of a derivative; the error is relative to `scale`.
  mutating func add(
    _ derivative: @autoclosure () -> String, analytic: Double, numeric: Double, scale: Double
  ) {
    count += 1
    let difference = abs(analytic - numeric)
    // Written so that NaN counts as an error; two exact zeros are equal.
    let relative = difference == 0 ? 0 : difference / scale
    if !(relative <= error) || worst == nil {
      error = relative.isNaN ? .infinity : relative
      worst = .init(derivative: derivative(), analytic: analytic, numeric: numeric)
    }
  }
}
