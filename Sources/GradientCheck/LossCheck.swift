import Graph
import Layers

/// Checks the gradients of a loss with respect to the parameters of a list, by central differences.
///
/// One line checks a whole net, at the point that its registers hold, so a batch must be there:
/// `print(checkGradients(of: loss, on: list))`. Where every derivative is 0, nothing is checked, and
/// that is a failure.
///
/// An error is relative to the largest entry of a matrix's gradient, but to no less than 0.01, or 1 %
/// of a larger loss: below that the rounding of the loss shows in the difference quotient.
///
/// - Parameters:
///   - loss: a register; of a matrix, the sum of its elements is differentiated.
///   - list: the list; its values are changed and restored, its gradients are those of the loss.
///   - registers: what to differentiate by; by default all parameters.
///   - tolerance: the largest accepted error.
public func checkGradients(
  of loss: Register, on list: WengertList, by registers: [Register]? = nil,
  tolerance: Double = 1e-8
) -> GradientReport {
  let name = list.name(of: loss)
  let registers = registers ?? list.parameters
  return GradientReport(name: name, tolerance: tolerance) { report in
    list.zeroGradients()
    try list.forward(to: loss)
    try list.backward(from: loss)
    let (difference, norm) = try report.compare(
      registers.map(list.gradient), of: name, by: registers.map(list.name),
      at: registers.map(list.value)
    ) { point throws(ShapeError) in
      for (register, value) in zip(registers, point) { try list.setValue(value, of: register) }
      try list.forward(to: loss)
      return list.value(of: loss).values.reduce(0, +)
    }
    if difference == 0 && norm == 0 {
      report.failure = "every derivative is 0 here: have the inputs their values?"
    }
  }
}

extension GradientReport {
  /// Compares the gradients of a number, by matrices of some names, with its central differences: the
  /// one loop behind the checks of lists, networks, expressions and graphs.
  ///
  /// Errors are relative as in ``checkGradients(of:on:by:tolerance:)``. Where all gradients are judged
  /// by their common distance, they are absolute. `loss` is evaluated at the point again at the end.
  /// - Returns: `‖g − ĝ‖²` and `‖ĝ‖²` in the L2 norm, for all gradients g and differences ĝ.
  /// - Throws: what `loss` throws.
  @discardableResult
  package mutating func compare<Failure>(
    _ gradients: [Matrix], of name: String, by matrices: [String], at point: [Matrix],
    isRelative: Bool = true, _ loss: ([Matrix]) throws(Failure) -> Double
  ) throws(Failure) -> (difference: Double, norm: Double) {
    var (squaredDifference, squaredNorm) = (0.0, 0.0)
    let smallest = max(1, abs(try loss(point))) / 100
    for (k, (matrix, gradient)) in zip(matrices, gradients).enumerated() {
      let analytic = gradient.values
      let numeric = try differenceQuotients(point, k) { point throws(Failure) in
        [try loss(point)]
      }.map { $0[0] }
      let largest = (analytic + numeric).reduce(smallest) { max($0, abs($1)) }
      for (i, (analytic, numeric)) in zip(analytic, numeric).enumerated() {
        add(
          "∂\(name)/∂\(matrix)\(i.indices(point[k].shape))", analytic: analytic,
          numeric: numeric, scale: isRelative ? largest : 1)
        squaredDifference += (analytic - numeric) * (analytic - numeric)
        squaredNorm += numeric * numeric
      }
    }
    _ = try loss(point)
    return (squaredDifference, squaredNorm)
  }
}
