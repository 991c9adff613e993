import GradientCheck
import Layers

/// Checks the gradients of an expression with respect to all its inputs and parameters, by central
/// differences.
///
/// One line checks a whole model: `print(checkGradients(of: loss, at: ["x": x]))`.
///
/// An error is relative to the largest entry of the input's gradient, but to no less than 1 % of
/// the loss: below that the rounding of the loss shows in the difference quotient.
///
/// - Parameters:
///   - loss: a 1×1.
///   - values: the point, by names of inputs and parameters; they take the place of defaults.
///   - tolerance: the largest accepted error.
public func checkGradients(
  of loss: Term, at values: [String: Matrix] = [:], tolerance: Double = 1e-8
) -> GradientReport {
  do throws(ExpressionError) {
    var check = try ExpressionCheck(loss, values)
    for leaf in try loss.namespace.leaves(of: loss) { try check.compare(leaf.name) }
    return GradientReport(name: loss.name, check.comparison, tolerance: tolerance)
  } catch {
    return GradientReport(name: loss.name, failure: "\(error)")
  }
}

private struct ExpressionCheck {
  let loss: Term
  let values: [String: Matrix]
  let gradients: [String: Matrix]
  /// The value of the loss at the point.
  let center: Double
  var comparison = Comparison()

  init(_ loss: Term, _ values: [String: Matrix]) throws(ExpressionError) {
    self.loss = loss
    self.values = try loss.namespace.inputDictionary(values)
    let result = try loss.namespace.backpropagate(loss, values)
    gradients = result.gradients
    center = result.values[loss.name]?[0, 0] ?? .nan
  }

  mutating func compare(_ leaf: String) throws(ExpressionError) {
    guard let value = values[leaf], let gradient = gradients[leaf] else { return }
    let analytic = gradient.values
    var numeric: [Double] = []
    for i in analytic.indices {
      numeric += try differenceQuotients(value, i) { [loss, values] moved throws(ExpressionError) in
        let values = values.merging([leaf: moved]) { $1 }
        return try loss.namespace.eval(loss, values)[loss.name]?.values ?? []
      }
    }
    let scale = (analytic + numeric).reduce(abs(center) / 100) { max($0, abs($1)) }
    for (i, (analytic, numeric)) in zip(analytic, numeric).enumerated() {
      comparison.add(
        "∂\(loss.name)/∂\(leaf)\(i.indices(value.shape))", analytic: analytic, numeric: numeric,
        scale: scale)
    }
  }
}
