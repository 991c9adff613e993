import Layers

/// A matrix applied to a vector: `b = W a`, for each row `a` of a batch.
///
/// `a`: N×D, `w`: H×D, `b`: N×H. With a `w` of one row it is the inner product w·a. Row h of `w`
/// holds the weights that lead to output h, as a text-book's W does.
///
/// Where examples come one by one this is quicker than a product of matrices: `w` and its gradient
/// lie in memory as `a` does, row by row.
///
/// Gradients: `gA = Wᵀ gB`, `gW = gB aᵀ`, summed over the rows.
public struct MatrixVectorProduct: ParameterModule, Operation {
  /// Printed as `matvec`.
  public init() {}

  static let function = "matvec"

  /// N×H for `a: N×D` and `w: H×D`.
  /// - Throws: `ShapeError` when `w` does not have as many columns as `a`.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard w.columns == a.columns else {
      throw ShapeError(name, "a is \(a), so W needs \(a.columns) columns, but it is \(w)")
    }
    return Shape(a.rows, w.rows)
  }

  /// `b = W a`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.clear()
    for n in 0..<a.rows {
      var sums = b.mutableVectors(ofRow: n)
      addDotProducts(
        a.vectors(ofRow: n), w.vectors(), width: w.vectorsPerRow, count: w.rows, to: &sums)
    }
  }

  /// `gA += Wᵀ gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<a.rows {
      var gradient = gA.mutableVectors(ofRow: n)
      sumRows(
        DenseCoefficients(values: gB.row(n)), of: w.vectors(), width: w.vectorsPerRow, to: &gradient
      )
      gradient.clearPadding(columns: a.columns)
    }
  }

  /// `w += scale · gB aᵀ`, row by row of the batch.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    let width = w.vectorsPerRow
    let columns = w.columns
    var weights = w.mutableVectors()
    for n in 0..<a.rows {
      addOuterProduct(
        scale, DenseCoefficients(values: gB.row(n)), a.vectors(ofRow: n), width: width, to: &weights
      )
    }
    weights.clearPadding(columns: columns)
  }
}
