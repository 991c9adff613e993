import Layers

/// ``Linear`` with its weights kept by outputs: the quicker way for few outputs of many inputs.
///
/// `b[k] = W[k]·[a 1]`. `a: N×A`, `W: B×(A+1)`, `b: N×B`. Row k of `W` holds the weights that lead
/// to output k, and behind them its bias. (The hand-out's `ω` has the biases in front; behind, the
/// weights meet `a` where both are aligned in memory.)
///
/// A dot product has eight partial sums, of the inputs 0, 8, 16, …, of 1, 9, 17, … and so on. The
/// order of summation is thus fixed, but is not that of ``Linear``.
///
/// Gradients: `gA = gB W` without the biases, `gW = gBᵀ [a 1]`.
public struct DotProductLinear: ParameterModule {
  /// For weights of B outputs and A inputs, whichever they are.
  public init() {}

  /// As a printed list has it.
  public var name: String { "Linear" }

  /// N×B for `a: N×A` and `w: B×(A+1)`.
  /// - Throws: `ShapeError` when `w` does not have one column more than `a`.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard w.columns == a.columns + 1 else {
      throw ShapeError(name, "a is \(a), so W needs \(a.columns + 1) columns, but it is \(w)")
    }
    return Shape(a.rows, w.rows)
  }

  /// `b[k] = W[k]·[a 1]`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      var outputs = b.mutableVectors(ofRow: n)
      for k in outputs.indices {
        outputs[unchecked: k] = w.column(a.columns, fromRow: k &* Vector.scalarCount)
      }
      addDotProducts(
        a.vectors(ofRow: n), w.vectors(), width: w.vectorsPerRow, count: w.rows, to: &outputs)
    }
  }

  /// `gA += gB W`, without the biases.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    MatrixVectorProduct().backward(a, w, b, gB, addingA: &gA)
  }

  /// `w += scale · gBᵀ [a 1]`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    for n in 0..<a.rows {
      let upstream = gB.row(n)
      let width = w.vectorsPerRow
      var weights = w.mutableVectors()
      addOuterProduct(
        scale, DenseCoefficients(values: upstream), a.vectors(ofRow: n), width: width, to: &weights)
      w.addToColumn(a.columns, scale, upstream)
    }
  }

  /// The hand-out's `ω`, biases in column 0, as this layer wants it.
  public static func withBiasesBehind(_ ω: Matrix) -> Matrix { rotated(ω, by: ω.columns - 1) }

  /// The hand-out's `ω`, biases in column 0, for this layer's weights.
  public static func withBiasesInFront(_ w: Matrix) -> Matrix { rotated(w, by: 1) }

  private static func rotated(_ matrix: Matrix, by columns: Int) -> Matrix {
    var result = matrix
    for k in 0..<matrix.rows {
      for i in 0..<matrix.columns { result[k, (i + columns) % matrix.columns] = matrix[k, i] }
    }
    return result
  }
}
