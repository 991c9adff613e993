import Layers

/// The products of pairs of matrices, `b[i] = a[i] w[i]`, where the `a[i]` stand below each other
/// in one matrix, and so do the `w[i]` and the `b[i]`.
protocol StackedMatrixProduct: ParameterModule, Operation {
  /// The number of pairs.
  var batches: Int { get }
}

extension StackedMatrixProduct {
  /// (batches·N)×B for `a: (batches·N)×A` and `w: (batches·A)×B`.
  /// - Throws: `ShapeError` when the rows of `a` cannot be dealt out evenly, or `w` does not have
  ///   as many rows for each matrix as `a` has columns.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard batches > 0 && a.rows % batches == 0 else {
      throw ShapeError(name, "a is \(a), which is not \(batches) matrices of equal shape")
    }
    guard w.rows == batches * a.columns else {
      throw ShapeError(name, "a is \(a), so w needs \(batches * a.columns) rows, but it is \(w)")
    }
    return Shape(a.rows, w.columns)
  }

  /// `b[i] = a[i] w[i]`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.clear()
    for i in 0..<batches {
      b.addProduct(factor(i, of: a), factor(i, of: w), fromRow: i * b.rows / batches)
    }
  }

  /// `gA[i] += gB[i] w[i]ᵀ`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for i in 0..<batches {
      gA.addProduct(
        factor(i, of: gB), factor(i, of: w).transposed, fromRow: i * gA.rows / batches)
    }
  }

  /// `w[i] += scale · a[i]ᵀ gB[i]`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    for i in 0..<batches {
      w.addProduct(
        factor(i, of: a).transposed, factor(i, of: gB), scale: scale,
        fromRow: i * w.rows / batches)
    }
  }

  /// Matrix `i` of the stack.
  private func factor(_ i: Int, of stack: Matrix) -> Factor {
    let count = stack.rows / batches
    return Factor(matrix: Matrix(rows: i * count..<(i + 1) * count, of: stack))
  }
}

/// The matrix product: `b = a w`.
///
/// `a: N×A`, `w: A×B`, `b: N×B`. Gradients: `gA = gB wᵀ`, `gW = aᵀ gB`.
///
/// Every sum runs in the order of the inner dimension, whatever the machine.
public struct MatrixProduct: ParameterModule, StackedMatrixProduct {
  var batches: Int { 1 }

  /// Printed as `matmul`.
  public init() {}

  static let function = "matmul"
}

/// The products of pairs of matrices: `b[i] = a[i] w[i]`.
///
/// A batch of matrices is one matrix, in which they stand below each other. `a[i]: N×A`,
/// `w[i]: A×B`, `b[i]: N×B`. Gradients: `gA[i] = gB[i] w[i]ᵀ`, `gW[i] = a[i]ᵀ gB[i]`.
public struct BatchedMatrixProduct: ParameterModule, StackedMatrixProduct {
  let batches: Int

  /// The products of the given number of pairs.
  public init(batches: Int) { self.batches = batches }

  static let function = "batchedMatmul"
}
