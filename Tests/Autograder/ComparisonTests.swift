import Autograder
import Layers
import Testing

struct ComparisonTests {
  static let rows: [(found: [Double], message: String?)] = [
    ([1, -200, 0], nil),
    ([1.2, -199.8, 0.2], nil),
    ([1.3, -200, 0], "[0,0] is 1.3, expected 1.0 (relative tolerance 0.001)"),
    ([1, -200, -0.3], "[0,2] is -0.3, expected 0.0 (relative tolerance 0.001)"),
    ([1, 200, 5], "[0,1] is 200.0, expected -200.0 (relative tolerance 0.001)"),
    ([.nan, -200, 0], "[0,0] is nan, expected 1.0 (relative tolerance 0.001)"),
    ([1, -.infinity, 0], "[0,1] is -inf, expected -200.0 (relative tolerance 0.001)"),
    ([1, -200], "the shape is 1×2, expected 1×3"),
  ]

  /// The tolerance is 1e-3 of 200, the largest entry: 0.2.
  @Test(arguments: rows)
  func matrices(_ found: [Double], _ expected: String?) {
    let reference = Matrix(row: [1, -200, 0])
    #expect(difference(Matrix(row: found), from: reference, tolerance: 1e-3) == expected)
  }

  /// A reference of rounding errors stands for zeros, so the tolerance is absolute.
  @Test(arguments: [(1e-13, true), (-3e-17, true), (1.1e-12, false), (.nan, false)])
  func roundingErrors(_ found: Double, _ isClose: Bool) {
    let reference = Matrix(row: [1e-17, -2e-16])
    let message = difference(Matrix(row: [0, found]), from: reference, tolerance: 1e-12)
    #expect((message == nil) == isClose)
    #expect(message?.hasSuffix("(absolute tolerance 1e-12)") ?? true)
  }

  @Test func infinityAndNaNAreCloseToNothing() {
    for value in [Double.nan, .infinity] {
      let matrix = Matrix(row: [value])
      #expect(difference(matrix, from: matrix, tolerance: 1) != nil)
    }
  }

  @Test func theFirstDifferenceIsTheFirstInRowMajorOrder() {
    let found = Matrix(rows: 2, columns: 2, [1, 1, 2, 3])
    let expected = Matrix(rows: 2, columns: 2, [1, 1, 1, 1])
    let message = difference(found, from: expected, tolerance: 0)
    #expect(message == "[1,0] is 2.0, expected 1.0 (relative tolerance 0.0)")
  }

  @Test func transposesAreDifferent() {
    let matrix = Matrix(rows: 2, columns: 3)
    #expect(difference(matrix.transposed, from: matrix, tolerance: 1) != nil)
  }

  static let lists: [(found: [Int], message: String?)] = [
    ([3, 1, 4], nil),
    ([3, 1], "there are 2, expected 3"),
    ([], "there are 0, expected 3"),
    ([3, 1, 4, 1], "there are 4, expected 3"),
    ([3, 2, 5], "[1] is 2, expected 1 (2 of 3 differ)"),
  ]

  @Test(arguments: lists)
  func labels(_ found: [Int], _ expected: String?) {
    #expect(difference(found, from: [3, 1, 4]) == expected)
  }
}
