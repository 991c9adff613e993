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
    var derivatives: [ComparedDerivatives] = []
    for (k, (matrix, gradient)) in zip(matrices, gradients).enumerated() {
      let analytic = gradient.values
      let numeric = try differenceQuotients(point, k) { point throws(Failure) in
        [try loss(point)]
      }.map { $0[0] }
      let largest = (analytic + numeric).reduce(smallest) { max($0, abs($1)) }
      derivatives.append(
        ComparedDerivatives(
          of: name, by: matrix, point[k], analytic: analytic, numeric: numeric,
          scale: isRelative ? largest : nil, tolerance: tolerance))
      add(derivatives[k])
      for (analytic, numeric) in zip(analytic, numeric) {
        squaredDifference += (analytic - numeric) * (analytic - numeric)
        squaredNorm += numeric * numeric
      }
    }
    _ = try loss(point)
    if !isRelative { derivatives.divideErrors(by: squaredNorm.squareRoot()) }
    self.derivatives = derivatives.filter {
      $0.elements.count <= ComparedDerivatives.mostCells
    }
    return (squaredDifference, squaredNorm)
  }
}

extension ComparedDerivatives {
  /// Of a number by a matrix `w`, with what is relative to `scale`; absolute where that is nil.
  fileprivate init(
    of function: String, by matrix: String, _ w: Matrix, analytic: [Double], numeric: [Double],
    scale: Double?, tolerance: Double
  ) {
    func rows<Number>(_ values: [Number]) -> [[Number]] {
      (0..<w.rows).map { Array(values[$0 * w.columns..<($0 + 1) * w.columns]) }
    }
    self.init(
      of: function, nil, by: matrix, w.shape, elements: w.values, analytic: rows(analytic),
      numeric: rows(numeric),
      errors: rows(zip(analytic, numeric).map { relativeError($0, $1, scale: scale ?? 1) }),
      relativeTo: scale == nil
        ? "the whole gradient’s length (L2 norm)" : "the largest derivative by \(matrix)",
      tolerance: tolerance, isNear: true)
  }
}

extension [ComparedDerivatives] {
  /// Makes absolute errors relative.
  fileprivate mutating func divideErrors(by norm: Double) {
    for i in indices {
      self[i].errors = self[i].errors.map { row in
        row.map { error in error.map { relativeError($0, 0, scale: norm) } }
      }
    }
  }
}
