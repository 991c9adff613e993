/// Derivatives as `backward` gives them beside difference quotients; keeps the largest error.
package struct Comparison {
  package private(set) var count = 0
  package private(set) var error = 0.0
  package private(set) var worst: GradientReport.Deviation?

  package init() {}

  /// Compares two values of a derivative; the error is relative to `scale`.
  package mutating func add(
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
