/// An affine map of one example, whose biases are in row 0 of the weights.
extension Matrix {
  /// Row `n` becomes `[1 a] W` for the same row of `a`.
  package mutating func setRow(_ n: Int, toOneAndRowOf a: Matrix, times w: Matrix) {
    guard let ink = a.sparseRows else {
      return setRow(n, toOneAnd: DenseCoefficients(values: a.row(n)), times: w)
    }
    if ink.areOnes {
      setRow(n, toOneAnd: ink.units(ofRow: n), times: w)
    } else {
      setRow(n, toOneAnd: ink.coefficients(ofRow: n), times: w)
    }
  }

  /// `self += scale · [1 a]ᵀ gB` for row `n` of `a` and `gB`.
  package mutating func add(_ scale: Double, oneAndRow n: Int, of a: Matrix, times gB: Matrix) {
    let upstream = gB.vectors(ofRow: n)
    guard let ink = a.sparseRows else {
      return add(scale, oneAnd: DenseCoefficients(values: a.row(n)), times: upstream)
    }
    if ink.areOnes {
      add(scale, oneAnd: ink.units(ofRow: n), times: upstream)
    } else {
      add(scale, oneAnd: ink.coefficients(ofRow: n), times: upstream)
    }
  }

  /// Row `n` becomes `[1 a] W`, where `a` is one example.
  @inline(__always)
  package mutating func setRow<Example: Coefficients & ~Escapable>(
    _ n: Int, toOneAnd a: borrowing Example, times w: Matrix
  ) {
    var sums = mutableVectors(ofRow: n)
    let bias = w.vectors(ofRow: 0)
    for k in bias.indices { sums[unchecked: k] = bias[unchecked: k] }
    sumRows(a, of: w.vectors(fromRow: 1), width: w.vectorsPerRow, to: &sums)
  }

  /// `self += scale · [1 a]ᵀ upstream`, where `a` is one example.
  @inline(__always)
  package mutating func add<Example: Coefficients & ~Escapable>(
    _ scale: Double, oneAnd a: borrowing Example, times upstream: Span<Vector>
  ) {
    var bias = mutableVectors(ofRow: 0)
    addScaled(scale, upstream, to: &bias)
    let width = vectorsPerRow
    var weights = mutableVectors(fromRow: 1)
    addOuterProduct(scale, a, upstream, width: width, to: &weights)
  }
}
