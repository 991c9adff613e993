import Random
import TestSupport
import Testing

@testable import Layers

@Suite(.firstIssues) struct NonZerosTests {
  /// A matrix does not know its numbers. (`#require` takes no rows that belong to a matrix.)
  private struct Missing: Error {}

  @Test(arguments: [0, 1, 7, 8, 9, 128, 300], [0, 0.2, 0.5, 1])
  func areTheNumbersThatAreNotZero(columns: Int, share: Double) throws {
    var random = RandomState(seed: UInt32(columns))
    let values = (0..<3 * columns).map { _ in
      random.randomSample() < share ? random.uniform(-1, 1) : 0
    }
    let matrix = Matrix(rows: 3, columns: columns, values).sparse
    guard let nonZeros = matrix.sparseRows else { throw Missing() }
    for n in 0..<3 {
      let expected = (0..<columns).filter { matrix[n, $0] != 0 }
      let found = nonZeros.coefficients(ofRow: n)
      #expect(nonZeros.count(ofRow: n) == expected.count)
      #expect((0..<found.count).map { found.row($0) } == expected)
      #expect(found.values.indices.map { found.values[$0] } == expected.map { matrix[n, $0] })
    }
  }

  @Test func onlyZerosAreLeftOut() throws {
    let values = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .nan, .infinity, -.infinity, 1e308,
    ]
    let matrix = Matrix(row: values).sparse
    guard let nonZeros = matrix.sparseRows else { throw Missing() }
    let found = nonZeros.coefficients(ofRow: 0)
    #expect((0..<found.count).map { found.row($0) } == [2, 3, 4, 5, 6, 7])
  }

  @Test func onesAreRecognized() throws {
    let matrix = Matrix(row: [0, 1, 1]).sparse
    guard let ones = matrix.sparseRows else { throw Missing() }
    #expect(ones.areOnes == true)
    let units = ones.units(ofRow: 0)
    #expect((0..<units.count).map { units.row($0) } == [1, 2])
    for others in [[0, 1, 0.5], [1, -1]] {
      let matrix = Matrix(row: others).sparse
      guard let numbers = matrix.sparseRows else { throw Missing() }
      #expect(numbers.areOnes == false)
    }
  }

  @Test func areForgottenWhenAnythingIsWritten() {
    var matrix = Matrix(row: [0, 1, 2]).sparse
    #expect(matrix.nonZeros != nil)
    matrix[0, 0] = 5
    #expect(matrix.nonZeros == nil)
  }

  /// Of a window that does not begin at the storage's first row, too.
  @Test func belongToTheRowsOfAWindow() throws {
    let window = Matrix(rows: 1..<2, of: Matrix(rows: 2, columns: 2, [1, 1, 0, 3])).sparse
    guard let nonZeros = window.sparseRows else { throw Missing() }
    let found = nonZeros.coefficients(ofRow: 0)
    #expect(found.count == 1 && found.row(0) == 1 && found.values[0] == 3)
  }
}
