import TestSupport
import Testing

@testable import Layers

/// A row that shares its matrix's memory is a matrix like any other.
@Suite(.firstIssues) struct RowOfMatrixTests {
  static let matrix = MatrixTests.numbered(4, 11)

  @Test(arguments: 0..<4) func isThatRow(i: Int) {
    let row = Matrix(rows: i..<i + 1, of: Self.matrix)
    #expect(row.shape == Shape(1, 11))
    #expect(row == Matrix(row: Self.matrix[row: i]))
    #expect(Matrix(rows: 0..<1, of: row) == row)
    #expect(row.storage === Self.matrix.storage)
  }

  @Test func areSeveral() {
    let rows = Matrix(rows: 1..<3, of: Self.matrix)
    #expect(rows.shape == Shape(2, 11))
    #expect(rows.values == Self.matrix[row: 1] + Self.matrix[row: 2])
    #expect(Matrix(rows: 4..<4, of: Self.matrix).shape == Shape(0, 11))
    var moved = Matrix(rows: 2, columns: 11)
    moved.move(toRow: 2, of: Self.matrix)
    #expect(moved.values == Self.matrix[row: 2] + Self.matrix[row: 3])
  }

  @Test func movesWithoutACopy() {
    var row = Matrix(rows: 1, columns: 11)
    for i in [2, 0, 3, 3] {
      row.move(toRow: i, of: Self.matrix)
      #expect(row == Matrix(row: Self.matrix[row: i]))
      #expect(row.storage === Self.matrix.storage)
    }
    row.move(toRow: 1, of: Matrix(rows: 2..<4, of: Self.matrix))
    #expect(row == Matrix(row: Self.matrix[row: 3]))
    let other = MatrixTests.numbered(2, 11).sparse
    row.move(toRow: 1, of: other)
    #expect(row == Matrix(row: other[row: 1]) && row.nonZeros === other.nonZeros)
  }

  @Test func changesAlone() {
    let values = Self.matrix.values
    var row = Matrix(rows: 2..<3, of: Self.matrix)
    row[0, 10] = -1
    #expect(row.values == values[22..<32] + [-1])
    #expect(Self.matrix.values == values)
    row.fill(0)
    #expect(row.values == Array(repeating: 0, count: 11))
  }

  /// Operations on all elements keep to the row, also where it is its memory's only owner.
  @Test func isAllThatOperationsSee() {
    var row = Matrix(rows: 1..<2, of: Matrix(rows: 3, columns: 2, [.nan, .nan, 1, 2, .nan, .nan]))
    #expect(row.isFinite)
    row.add(row)
    #expect(row == Matrix(row: [2, 4]))
    #expect(row.transposed == Matrix(rows: 2, columns: 1, [2, 4]))
    #expect(row.argmax(ofRow: 0) == 1)
  }
}
