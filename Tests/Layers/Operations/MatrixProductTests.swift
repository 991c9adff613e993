import TestSupport
import Testing

@testable import Layers

/// The kernel against three plain loops: every bit, in all forms, shapes and numbers of threads.
@Suite(.firstIssues) struct MatrixProductTests {
  /// Sizes around the blocks' edges: 8 rows in a panel and 32 in a block, 128 steps of the inner
  /// dimension, 1024 columns; enough work for several threads in some.
  static let large: [ProductShape] = [
    [300, 257, 129], [31, 127, 1023], [32, 128, 1024], [33, 129, 1025], [64, 256, 8], [65, 385, 9],
    [5, 1000, 3], [1, 300, 1100], [1025, 2, 40], [130, 1, 2050], [4, 130, 1030], [1500, 400, 2],
  ]

  @Test(arguments: 1...20) func smallProductsAreThoseOfPlainLoops(rows: Int) {
    for inner in 1...20 {
      for columns in 1...20 {
        let shape = ProductShape(rows: rows, inner: inner, columns: columns)
        // Each form at a quarter of all shapes.
        let form = ProductForm.allCases[(rows + inner + columns) % 4]
        shape.expectPlainLoops(form, scale: -1.5)
      }
    }
  }

  @Test(arguments: large, ProductForm.allCases)
  func largeProductsAreThoseOfPlainLoops(shape: ProductShape, form: ProductForm) {
    for threads in 1...3 { shape.expectPlainLoops(form, scale: 1, threads: threads) }
  }

  /// For ThreadSanitizer, under which plain loops take half a minute.
  @Test(arguments: ProductForm.allCases)
  func isTheSameOnAnyNumberOfThreads(form: ProductForm) {
    let (a, b) = ProductShape(rows: 300, inner: 257, columns: 129).factors(form)
    var sums = Array(repeating: Matrix(rows: 300, columns: 129), count: 3)
    for k in 0..<3 { sums[k].addProduct(a, b, threads: k + 1) }
    #expect(sums[1] == sums[0] && sums[2] == sums[0])
  }

  @Test(arguments: [[0, 3, 4], [3, 0, 4], [3, 4, 0], [0, 0, 0]] as [ProductShape])
  func emptyProductsAddNothing(shape: ProductShape) {
    for form in ProductForm.allCases { shape.expectPlainLoops(form, scale: 1) }
  }

  /// A layer's weights begin below the row of biases, a batch among the rows of a data set.
  @Test(arguments: ProductForm.allCases, [1, 3, 40])
  func rowsOfMatricesAreMultipliedWhereTheyLie(form: ProductForm, rows: Int) {
    let shape = ProductShape(rows: rows, inner: 13, columns: 9)
    let (a, b) = shape.factors(form)
    var expected = Matrix(rows: rows, columns: 9)
    expected.addProduct(a, b)
    var sums = Matrix(rows: rows + 3, columns: 9)
    sums.addProduct(a.insideALargerMatrix, b.insideALargerMatrix, fromRow: 2)
    #expect(
      sums.values == [Double](repeating: 0, count: 18) + expected.values
        + .init(repeating: 0, count: 9))
  }

  @Test func sumsMayShareMemoryWithAFactor() {
    let a = pseudorandom(9, 9)
    var sums = a
    sums.addProduct(Factor(matrix: a), Factor(matrix: a, isTransposed: true))
    var expected = Matrix(rows: 9, columns: 9, a.values)
    expected.addProduct(Factor(matrix: a), Factor(matrix: a, isTransposed: true))
    #expect(sums == expected && a == pseudorandom(9, 9))
  }

  @Test(arguments: ProductForm.allCases, [1, 2, 8, 300])
  func paddingStaysZeroWhereNothingIsFinite(form: ProductForm, rows: Int) {
    let shape = ProductShape(rows: rows, inner: 3, columns: 9)
    let (a, b) = shape.factors(form)
    var infinite = a.matrix
    infinite.fill(.infinity)
    var sums = Matrix(rows: rows, columns: 9)
    sums.addProduct(Factor(matrix: infinite, isTransposed: a.isTransposed), b)
    #expect(!sums.isFinite && sums.hasZeroPadding)
  }
}

/// Which factors are transposed in memory.
enum ProductForm: CaseIterable {
  case plain, transposedLeft, transposedRight, bothTransposed
}

/// The three dimensions of a product.
struct ProductShape: ExpressibleByArrayLiteral, CustomTestStringConvertible {
  let rows, inner, columns: Int

  init(rows: Int, inner: Int, columns: Int) {
    self.rows = rows
    self.inner = inner
    self.columns = columns
  }

  init(arrayLiteral sizes: Int...) { self.init(rows: sizes[0], inner: sizes[1], columns: sizes[2]) }

  var testDescription: String { "\(rows)×\(inner) · \(inner)×\(columns)" }

  func factors(_ form: ProductForm) -> (a: Factor, b: Factor) {
    let transposesA = form == .transposedLeft || form == .bothTransposed
    let transposesB = form == .transposedRight || form == .bothTransposed
    return (
      Factor(
        matrix: transposesA ? pseudorandom(inner, rows) : pseudorandom(rows, inner),
        isTransposed: transposesA
      ),
      Factor(
        matrix: transposesB ? pseudorandom(columns, inner) : pseudorandom(inner, columns),
        isTransposed: transposesB)
    )
  }

  func expectPlainLoops(_ form: ProductForm, scale: Double, threads: Int = 1) {
    let (a, b) = factors(form)
    var sums = pseudorandom(rows, columns)
    let expected = plainLoops(a.values, scale, b.values, onto: sums.values)
    sums.addProduct(a, b, scale: scale, threads: threads)
    // The matrices are too large to be printed.
    let isSame = sums.values == expected
    #expect(isSame, "\(testDescription), \(form), \(threads) threads")
    #expect(sums.hasZeroPadding)
  }

  private func plainLoops(
    _ a: [Double], _ scale: Double, _ b: [Double], onto start: [Double]
  ) -> [Double] {
    var sums = start
    for i in 0..<rows {
      for j in 0..<columns {
        var sum = start[i * columns + j]
        for k in 0..<inner { sum += a[i * inner + k] * (scale * b[k * columns + j]) }
        sums[i * columns + j] = sum
      }
    }
    return sums
  }
}

extension Factor {
  /// The elements of the factor, row by row.
  var values: [Double] { isTransposed ? matrix.transposed.values : matrix.values }

  /// The same factor as rows 2 to the last but one of a matrix, which is itself a part of another.
  var insideALargerMatrix: Factor {
    var larger = Matrix(rows: matrix.rows + 3, columns: matrix.columns)
    larger.fill(.nan)
    for i in 0..<matrix.rows { larger.copyRow(i, of: matrix, to: i + 2) }
    return Factor(
      matrix: Matrix(rows: 2..<matrix.rows + 2, of: larger), isTransposed: isTransposed)
  }
}
