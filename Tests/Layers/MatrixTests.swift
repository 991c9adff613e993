import TestSupport
import Testing

@testable import Layers

@Suite(.firstIssues) struct MatrixTests {
  /// Narrower than, equal to and wider than one and two vectors.
  static let widths = 0...17

  /// 100 i + j + 1, so that every element is different and none is 0.
  static func numbered(_ rows: Int, _ columns: Int) -> Matrix {
    var matrix = Matrix(rows: rows, columns: columns)
    for i in 0..<rows { for j in 0..<columns { matrix[i, j] = Double(100 * i + j + 1) } }
    return matrix
  }

  @Test(arguments: widths) func elementsAreRowMajor(columns: Int) {
    let matrix = Self.numbered(3, columns)
    let values = [0, 100, 200].flatMap { row in (0..<columns).map { Double(row + $0 + 1) } }
    #expect(matrix.values == values)
    #expect(matrix == Matrix(rows: 3, columns: columns, values))
    #expect(matrix.shape == Shape(3, columns))
    #expect(matrix.rows == 3)
    #expect(matrix.columns == columns)
  }

  @Test(arguments: widths) func bytesAreNumbers(columns: Int) {
    let bytes = (0..<3 * columns).map { UInt8(truncatingIfNeeded: $0 * 37) }
    let matrix = Matrix(rows: 3, columns: columns, bytes: bytes)
    #expect(matrix == Matrix(rows: 3, columns: columns, bytes.map(Double.init)))
    #expect(matrix.hasZeroPadding)
  }

  @Test(arguments: [Shape(0, 0), Shape(0, 5), Shape(5, 0), Shape(2, 9)])
  func startsAsZeros(shape: Shape) {
    let matrix = Matrix(shape)
    #expect(matrix.values == Array(repeating: 0, count: shape.count))
    #expect(matrix.isFinite)
    #expect(matrix.transposed == Matrix(rows: shape.columns, columns: shape.rows))
  }

  @Test func aRowIsAnExample() {
    #expect(Matrix(row: [1, 2, 3]) == Matrix(rows: 1, columns: 3, [1, 2, 3]))
    #expect(Matrix(row: []).shape == Shape(1, 0))
  }

  @Test(arguments: widths) func rowsAreSpans(columns: Int) {
    var matrix = Self.numbered(3, columns)
    var row = matrix.mutableRow(1)
    #expect(row.count == columns)
    for j in row.indices { row[j] = -1 }
    #expect(matrix.row(1).count == columns)
    let expected = [1, -1, 201].flatMap { first in
      (0..<columns).map { first < 0 ? -1 : Double(first + $0) }
    }
    #expect(matrix.values == expected)
  }

  @Test(arguments: widths) func transposedExchangesRowsAndColumns(columns: Int) {
    let matrix = Self.numbered(3, columns)
    let transposed = matrix.transposed
    #expect(transposed.shape == Shape(columns, 3))
    for i in 0..<3 { for j in 0..<columns { #expect(transposed[j, i] == matrix[i, j]) } }
    #expect(transposed.transposed == matrix)
  }

  @Test(arguments: widths) func addsAMultiple(columns: Int) {
    var matrix = Self.numbered(3, columns)
    matrix.add(Self.numbered(3, columns), times: -2)
    #expect(matrix.values == Self.numbered(3, columns).values.map { -$0 })
    matrix.add(matrix)
    #expect(matrix.values == Self.numbered(3, columns).values.map { -2 * $0 })
  }

  @Test(arguments: widths) func setsOneRow(columns: Int) {
    var matrix = Self.numbered(3, columns)
    matrix.copyRow(1, of: Self.numbered(2, columns), to: 2)
    let first = (0..<columns).map { Double($0 + 1) }
    #expect(matrix.values == first + first.map { $0 + 100 } + first.map { $0 + 100 })
    matrix.copyRow(2, of: matrix, to: 0)
    #expect(matrix[row: 0] == matrix[row: 2])
  }

  @Test func equalityIsOfShapeAndElements() {
    #expect(Matrix(rows: 2, columns: 3) != Matrix(rows: 3, columns: 2))
    #expect(Matrix(rows: 0, columns: 3) != Matrix(rows: 3, columns: 0))
    #expect(Matrix(row: [0]) == Matrix(row: [-0.0]))
    #expect(Matrix(row: [.nan]) != Matrix(row: [.nan]))
    #expect(Self.numbered(2, 9) != Self.numbered(2, 8))
    var changed = Self.numbered(2, 9)
    changed[1, 8] = 0
    #expect(changed != Self.numbered(2, 9))
  }

  @Test(arguments: 1...17, [Double.infinity, -.infinity, .nan])
  func isFiniteSeesEveryElement(columns: Int, value: Double) {
    for i in 0..<2 {
      for j in 0..<columns {
        var matrix = Self.numbered(2, columns)
        #expect(matrix.isFinite)
        matrix[i, j] = value
        #expect(!matrix.isFinite, "\(value) in [\(i),\(j)]")
      }
    }
  }

  @Test func hugeNumbersAreFinite() {
    var matrix = Matrix(rows: 2, columns: 3)
    matrix.fill(.greatestFiniteMagnitude)
    #expect(matrix.isFinite)
    matrix.fill(-.greatestFiniteMagnitude)
    #expect(matrix.isFinite)
  }

  @Test(arguments: [
    ([1, 3, 2], 1), ([0, 0, 0], 0), ([-1, 2, 2, 1, 2], 1), ([-3, -2], 1), ([5], 0),
    ([0, .infinity, .infinity], 1), ([], 0),
  ])
  func argmaxIsTheLowestOnTies(row: [Double], column: Int) {
    #expect(Matrix(row: row).argmax(ofRow: 0) == column)
    let matrix = Matrix(rows: 2, columns: row.count, row.map { -$0 } + row)
    #expect(matrix.argmax(ofRow: 1) == column)
    for (i, j) in [0, 1].flatMap({ i in row.indices.map { (i, $0) } }) {
      #expect(matrix.isArgmax(j, ofRow: i) == (j == matrix.argmax(ofRow: i)))
    }
  }

  @Test func describesShapeAndRows() {
    let matrix = Matrix(rows: 2, columns: 2, [1, 2, 3, 4])
    #expect("\(matrix)" == "2×2 [[1.0, 2.0], [3.0, 4.0]]")
    #expect("\(Matrix(rows: 2, columns: 0))" == "2×0 [[], []]")
  }
}

extension Matrix {
  /// A row's elements.
  subscript(row i: Int) -> [Double] { (0..<columns).map { self[i, $0] } }
}
