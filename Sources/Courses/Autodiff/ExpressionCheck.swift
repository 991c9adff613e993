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
  let expressions = loss.namespace
  do throws(ExpressionError) {
    let values = try expressions.inputDictionary(values)
    let gradients = try expressions.backpropagate(loss, values).gradients
    let names = try expressions.leaves(of: loss).map(\.name)
    var check = LossCheck(loss.name) { point throws(ExpressionError) in
      let moved = values.merging(zip(names, point)) { $1 }
      return try expressions.eval(loss, moved)[loss.name]?[0, 0] ?? .nan
    }
    try check.compare(names, names.compactMap { values[$0] }, names.compactMap { gradients[$0] })
    return GradientReport(name: loss.name, check.comparison, tolerance: tolerance)
  } catch {
    return GradientReport(name: loss.name, failure: "\(error)")
  }
}
