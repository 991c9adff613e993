import TestSupport
import Testing

@testable import Layers

/// A left factor whose zeros are skipped gives the same as one whose zeros are multiplied.
@Suite(.firstIssues) struct SparseProductTests {
  /// Sizes around the edges of the blocks, 80 steps of the inner dimension and 7 vectors.
  static let shapes: [ProductShape] = [
    [1, 5, 3], [3, 79, 56], [7, 80, 57], [8, 81, 64], [128, 161, 120], [2, 1, 9], [50, 240, 1],
    [200, 100, 300], [90, 90, 90],
  ]

  @Test(arguments: shapes, ProductForm.allCases)
  func sparseProductsAreThoseOfDenseFactors(shape: ProductShape, form: ProductForm) {
    let (a, b) = shape.factors(form)
    let dense = Factor(matrix: a.matrix.mostlyZero, isTransposed: a.isTransposed)
    let sparse = Factor(matrix: dense.matrix.sparse, isTransposed: a.isTransposed)
    #expect(dense.density == 1 && (sparse.density < 0.4) == (shape.rows * shape.inner > 1))
    let start = pseudorandom(shape.rows, shape.columns)
    var expected = start
    expected.addProduct(dense, b, scale: 0.7, threads: 1)
    for threads in 1...3 {
      var sums = start
      sums.addProduct(sparse, b, scale: 0.7, threads: threads)
      #expect(sums == expected && sums.hasZeroPadding)
    }
  }

  @Test(arguments: [false, true])
  func aBatchIsMultipliedWhereItLies(transposed: Bool) {
    let data = pseudorandom(60, 90).mostlyZero
    let batch = Matrix(rows: 20, columns: 90, Array(data.values[20 * 90..<40 * 90]))
    let other = transposed ? pseudorandom(20, 11) : pseudorandom(90, 11)
    var expected = Matrix(rows: transposed ? 90 : 20, columns: 11)
    expected.addProduct(Factor(matrix: batch, isTransposed: transposed), Factor(matrix: other))
    var sums = Matrix(expected.shape)
    sums.addProduct(
      Factor(
        matrix: Matrix(rows: 20..<40, of: data.sparse), isTransposed: transposed),
      Factor(matrix: other))
    #expect(sums == expected)
  }

  /// The quick way for few rows, and the packed one.
  @Test(arguments: [false, true]) func aRowIsMultipliedWhereItLies(transposed: Bool) {
    let data = pseudorandom(6, 90).mostlyZero
    let other = transposed ? pseudorandom(1, 11) : pseudorandom(90, 11)
    var expected = Matrix(rows: transposed ? 90 : 1, columns: 11)
    let row = Matrix(rows: 1, columns: 90, Array(data.values[4 * 90..<5 * 90]))
    expected.addProduct(Factor(matrix: row, isTransposed: transposed), Factor(matrix: other))
    for data in [data, data.sparse] {
      var sums = Matrix(expected.shape)
      sums.addProduct(
        Factor(matrix: Matrix(rows: 4..<5, of: data), isTransposed: transposed),
        Factor(matrix: other))
      #expect(sums == expected)
    }
  }

  /// What makes the product of a batch of letters quick: weights that meet a zero are not looked at.
  @Test func zerosAreSkipped() {
    let a = Matrix(rows: 20, columns: 20).sparse
    var w = Matrix(rows: 20, columns: 20)
    w.fill(.nan)
    var sums = Matrix(rows: 20, columns: 20)
    sums.addProduct(Factor(matrix: a), Factor(matrix: w))
    #expect(sums == Matrix(rows: 20, columns: 20))
  }
}

extension Matrix {
  /// The same matrix with 0 for four elements of five.
  fileprivate var mostlyZero: Matrix {
    let kept = values.enumerated().map { index, value in index * 7 % 5 == 1 ? value : 0 }
    return Matrix(rows: rows, columns: columns, kept)
  }
}
