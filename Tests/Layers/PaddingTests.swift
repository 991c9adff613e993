import TestSupport
import Testing

@testable import Layers

/// Rows are padded with zeros to whole vectors. Kernels compute on the padding too, so anything
/// else there would leak into sums.
@Suite(.firstIssues) struct PaddingTests {
  @Test(arguments: MatrixTests.widths) func matrixOperationsLeaveItZero(columns: Int) {
    let numbered = MatrixTests.numbered(3, columns)
    #expect(numbered.hasZeroPadding)
    #expect(numbered.transposed.hasZeroPadding)
    #expect(Matrix(rows: 3, columns: columns, numbered.values).hasZeroPadding)
    var matrix = numbered
    matrix.fill(7)
    #expect(matrix.hasZeroPadding)
    matrix.add(numbered, times: 3)
    #expect(matrix.hasZeroPadding)
    matrix.copyRow(2, of: numbered, to: 1)
    #expect(matrix.hasZeroPadding)
  }

  /// 0 · ∞ is NaN, also in the padding; a matrix that is filled anew must have forgotten it.
  @Test(arguments: [Double.infinity, -.infinity, .nan]) func fillingForgetsNaN(value: Double) {
    var matrix = MatrixTests.numbered(2, 3)
    matrix.add(matrix, times: value)
    #expect(!matrix.isFinite)
    matrix.fill(0)
    #expect(matrix.hasZeroPadding)
    #expect(matrix.isFinite)
  }

  /// The gradient of logits under a ŷ that is NaN, and then again under one that is not.
  @Test func aGradientRegisterRecoversFromNaN() {
    let b = Matrix(row: [0.25, 0.25, 0.5])
    var gA = Matrix(rows: 1, columns: 3)
    Softmax().backward(b, b, Matrix(row: [.infinity, -.infinity, 1]), adding: &gA)
    #expect(!gA.isFinite)
    gA.fill(0)
    Softmax().backward(b, b, Matrix(row: [1, 2, 3]), adding: &gA)
    #expect(gA.isFinite)
    var gX = Matrix(rows: 1, columns: 1)
    Linear().backward(
      Matrix(row: [1]), Matrix(rows: 2, columns: 3), Matrix(row: [0, 0, 0]), gA, addingA: &gX)
    #expect(gX == Matrix(row: [0]))
  }
}

extension Matrix {
  /// Whether all elements beyond the last column are 0.
  var hasZeroPadding: Bool {
    (0..<rows).allSatisfy { i in
      let vectors = vectors(ofRow: i)
      return (columns..<vectors.count * Vector.scalarCount).allSatisfy {
        vectors[$0 / Vector.scalarCount][$0 % Vector.scalarCount] == 0
      }
    }
  }
}
