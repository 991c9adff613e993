import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct RowMaximumTests {
  /// Rows of negative numbers: the zeros of the padding are no elements.
  @Test(arguments: 1...17) func negativeNumbers(columns: Int) throws {
    let numbers = (0..<2 * columns).map { -1 - Double($0 * 7 % 17) }
    let a = Matrix(rows: 2, columns: columns, numbers)
    let b = try RowMaximum().forward(a)
    #expect(b.values == [numbers.prefix(columns).max(), numbers.suffix(columns).max()])
    #expect(try LogSoftmax().forward(a).isClose(to: Log().forward(Softmax().forward(a)), 1e-14))
  }

  @Test(
    arguments: [
      ([2, 5, 5, 1], 1), ([3, 3, 3, 3], 0), ([-.infinity, -.infinity], 0), ([0, -0.0], 0),
      ([-0.0, 0], 0), ([1, .infinity, .infinity], 1),
    ] as [([Double], Int)])
  func theLowestIndexOnTies(row: [Double], index: Int) throws {
    let a = Matrix(row: row)
    let b = try RowMaximum().forward(a)
    #expect(b.values == [row[index]])
    var expected = Matrix(a.shape)
    expected[0, index] = -4
    #expect(try RowMaximum().backward(a, b, Matrix(row: [-4])) == expected)
  }

  @Test(arguments: [[.nan, 1, 2], [1, .nan, 2], [1, 2, .nan]] as [[Double]])
  func passesNaNOn(row: [Double]) throws {
    #expect(try RowMaximum().forward(Matrix(row: row))[0, 0].isNaN)
  }
}
