import Layers

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
