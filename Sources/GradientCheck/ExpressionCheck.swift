import Graph
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
    return GradientReport(
      name: loss.name, error: check.error, tolerance: tolerance, comparisons: check.comparisons,
      worst: check.worst)
  } catch {
    return GradientReport(name: loss.name, failure: "\(error)")
  }
}

private struct ExpressionCheck {
  let loss: Term
  let name: String
  var values: [String: Matrix]
  let gradients: [String: Matrix]
  /// The value of the loss, 1×1.
  let center: Matrix
  var comparisons = 0
  var error = 0.0
  var worst: GradientReport.Deviation?

  init(_ loss: Term, _ values: [String: Matrix]) throws(ExpressionError) {
    self.loss = loss
    name = loss.name
    self.values = try loss.namespace.inputDictionary(values)
    let result = try loss.namespace.backpropagate(loss, values)
    gradients = result.gradients
    center = result.values[name] ?? Matrix(Shape(1, 1))
  }

  mutating func compare(_ leaf: String) throws(ExpressionError) {
    guard let value = values[leaf], let analytic = gradients[leaf] else { return }
    var quotients: [Double] = []
    for i in value.values.indices { quotients.append(try differenceQuotient(leaf, value, i)) }
    let entries = zip(analytic.values, quotients)
    let largest = entries.reduce(abs(center[0, 0]) / 100) { max($0, abs($1.0), abs($1.1)) }
    for (i, (analytic, numeric)) in entries.enumerated() {
      comparisons += 1
      let difference = abs(analytic - numeric)
      // Written so that NaN counts as an error; two exact zeros are equal.
      let relative = difference == 0 ? 0 : difference / largest
      if !(relative <= error) || worst == nil {
        error = relative.isNaN ? .infinity : relative
        worst = .init(
          derivative: "∂\(name)/∂\(leaf)\(i.indices(value.shape))", analytic: analytic,
          numeric: numeric)
      }
    }
  }

  private mutating func differenceQuotient(
    _ leaf: String, _ value: Matrix, _ i: Int
  ) throws(ExpressionError) -> Double {
    let number = value.values[i]
    var moved = value
    moved.setElement(i, number + ε)
    let above = try lossValue(leaf, moved)
    moved.setElement(i, number - ε)
    let below = try lossValue(leaf, moved)
    return (above - below) / ((number + ε) - (number - ε))
  }

  private func lossValue(_ leaf: String, _ moved: Matrix) throws(ExpressionError) -> Double {
    var values = values
    values[leaf] = moved
    return try loss.namespace.eval(loss, values)[name]?[0, 0] ?? .nan
  }
}
