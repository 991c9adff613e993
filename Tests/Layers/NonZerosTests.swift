import Random
import Testing

@testable import Layers

struct NonZerosTests {
  @Test(arguments: [0, 1, 7, 8, 9, 128, 300], [0, 0.2, 0.5, 1])
  func areTheNumbersThatAreNotZero(columns: Int, share: Double) {
    var random = RandomState(seed: UInt32(columns))
    let values = (0..<3 * columns).map { _ in
      random.randomSample() < share ? random.uniform(-1, 1) : 0
    }
    let matrix = Matrix(rows: 3, columns: columns, values)
    let nonZeros = NonZeros(of: matrix)
    for n in 0..<3 {
      let expected = (0..<columns).filter { matrix[n, $0] != 0 }
      let columns = nonZeros.columns(ofRow: n)
      #expect(columns.indices.map { Int(columns[$0]) } == expected)
      let values = nonZeros.values(ofRow: n)
      #expect(values.indices.map { values[$0] } == expected.map { matrix[n, $0] })
    }
  }

  @Test func onlyZerosAreLeftOut() {
    let values = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .nan, .infinity, -.infinity, 1e308,
    ]
    let columns = NonZeros(of: Matrix(row: values)).columns(ofRow: 0)
    #expect(columns.indices.map { columns[$0] } == [2, 3, 4, 5, 6, 7])
  }

  @Test func onesAreRecognized() {
    #expect(NonZeros(of: Matrix(row: [0, 1, 1])).areOnes)
    #expect(!NonZeros(of: Matrix(row: [0, 1, 0.5])).areOnes)
    #expect(!NonZeros(of: Matrix(row: [1, -1])).areOnes)
  }

  @Test func areForgottenWhenAnythingIsWritten() {
    var matrix = Matrix(row: [0, 1, 2]).sparse
    #expect(matrix.nonZeros != nil)
    matrix[0, 0] = 5
    #expect(matrix.nonZeros == nil)
  }

  /// Of a window that does not begin at the storage's first row, too.
  @Test func belongToTheRowsOfAWindow() {
    let window = Matrix(rows: 1..<2, of: Matrix(rows: 2, columns: 2, [1, 1, 0, 3])).sparse
    let columns = window.nonZeros?.columns(ofRow: window.firstRow)
    #expect(columns?.count == 1 && columns?[0] == 1)
  }
}
