import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct MatrixVectorProductTests {
  /// By hand, for a batch of two.
  @Test func valuesAndGradients() throws {
    let a = Matrix(rows: 2, columns: 3, [1, 2, 3, -1, 0, 1])
    let w = Matrix(rows: 2, columns: 3, [1, 0, 2, -1, 3, 1])
    let b = try MatrixVectorProduct().forward(a, w)
    #expect(b == Matrix(rows: 2, columns: 2, [7, 8, 1, 2]))
    let gB = Matrix(rows: 2, columns: 2, [1, 2, 0, -1])
    let (gA, gW) = try MatrixVectorProduct().backward(a, w, b, gB)
    #expect(gA == Matrix(rows: 2, columns: 3, [-1, 6, 4, 1, -3, -1]))
    #expect(gW == Matrix(rows: 2, columns: 3, [1, 2, 3, 3, 4, 5]))
  }

  /// With the transposed matrix it is the matrix product, whatever the widths.
  @Test(arguments: [(1, 1, 1), (1, 400, 1), (3, 7, 10), (2, 8, 8), (2, 17, 33)])
  func isTheProductWithTheTranspose(rows: Int, inputs: Int, outputs: Int) throws {
    func numbers(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns, (0..<rows * columns).map { Double($0 * 37 % 101 - 50) })
    }
    let (a, w) = (numbers(rows, inputs), numbers(outputs, inputs))
    let b = try MatrixVectorProduct().forward(a, w)
    for n in 0..<rows {
      for h in 0..<outputs {
        #expect(b[n, h] == (0..<inputs).reduce(0) { $0 + a[n, $1] * w[h, $1] })
      }
    }
  }

  @Test func otherShapesAreRefused() {
    let error = #expect(throws: ShapeError.self) {
      try MatrixVectorProduct().shape(Shape(1, 3), Shape(3, 2))
    }
    #expect(error?.description == "matvec: a is 1×3, so W needs 3 columns, but it is 3×2")
  }
}
