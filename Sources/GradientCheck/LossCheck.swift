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
  var check = LossCheck(name) { point throws(ShapeError) in
    for (register, value) in zip(registers, point) { try list.setValue(value, of: register) }
    try list.forward(to: loss)
    return list.value(of: loss).values.reduce(0, +)
  }
  return GradientReport(name: name) {
    list.zeroGradients()
    try list.forward(to: loss)
    try list.backward(from: loss)
    try check.compare(
      registers.map(list.name), registers.map(list.value), registers.map(list.gradient))
    return GradientReport(
      name: name, check.comparison, tolerance: tolerance,
      failure: check.isAllZero ? "every derivative is 0 here: have the inputs their values?" : nil)
  }
}

/// Compares the gradients of a number with its central differences: the one loop behind the checks
/// of lists, networks and graphs.
///
/// Errors are relative as in ``checkGradients(of:on:by:tolerance:)``. Where all gradients are judged
/// by their common distance, they are absolute.
package struct LossCheck<Failure: Error> {
  private let name: String
  private let isRelative: Bool
  private let loss: ([Matrix]) throws(Failure) -> Double
  /// What was found.
  package private(set) var comparison = Comparison()
  /// Whether there was no derivative but 0 on either side.
  package private(set) var isAllZero = true
  private var squaredDifference = 0.0
  private var squaredNorm = 0.0

  /// A check of `loss`, a function of some matrices.
  package init(
    _ name: String, isRelative: Bool = true, loss: @escaping ([Matrix]) throws(Failure) -> Double
  ) {
    self.name = name
    self.isRelative = isRelative
    self.loss = loss
  }

  /// The distance of all gradients from the differences, `‖g − ĝ‖ / ‖ĝ‖` in the L2 norm.
  package var relativeDistance: Double { (squaredDifference / squaredNorm).squareRoot() }

  /// Compares at a point; the loss is evaluated there again at the end.
  package mutating func compare(
    _ names: [String], _ point: [Matrix], _ gradients: [Matrix]
  ) throws(Failure) {
    let smallest = max(1, abs(try loss(point))) / 100
    for (k, (matrix, gradient)) in zip(names, gradients).enumerated() {
      let analytic = gradient.values
      let numeric = try differenceQuotients(point, k) { [loss] point throws(Failure) in
        [try loss(point)]
      }.map { $0[0] }
      let largest = (analytic + numeric).reduce(smallest) { max($0, abs($1)) }
      for (i, (analytic, numeric)) in zip(analytic, numeric).enumerated() {
        comparison.add(
          "∂\(name)/∂\(matrix)\(i.indices(point[k].shape))", analytic: analytic,
          numeric: numeric, scale: isRelative ? largest : 1)
        isAllZero = isAllZero && analytic == 0 && numeric == 0
        squaredDifference += (analytic - numeric) * (analytic - numeric)
        squaredNorm += numeric * numeric
      }
    }
    _ = try loss(point)
  }
}
