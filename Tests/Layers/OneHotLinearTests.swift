import Layers
import TestSupport
import Testing

/// Nobody looks at a zero, and yet every bit is that of the product with the one-hot rows.
struct OneHotLinearTests {
  private let vocabulary = 6
  /// Numbers that stand twice in a row or in a column among them, the first and the last.
  private let characters = Matrix(
    rows: 3, columns: 4,
    [
      0, 5, 2, 2,
      3, 5, 0, 1,
      4, 4, 5, 0,
    ])

  private func oneHot(_ positions: Range<Int>) -> Matrix {
    var rows = Matrix(rows: characters.rows, columns: positions.count * vocabulary)
    for n in 0..<characters.rows {
      for (k, position) in positions.enumerated() {
        rows[n, k * vocabulary + Int(characters[n, position])] = 1
      }
    }
    return rows
  }

  @Test(arguments: [0..<4, 0..<1, 3..<4, 1..<3], [1, 5, 9])
  func bitsAreThoseOfTheProduct(positions: Range<Int>, units: Int) throws {
    let gathered = OneHotLinear(vocabulary: vocabulary, positions: positions)
    let dense = oneHot(positions)
    let w = Matrix.irregular(dense.columns + 1, units)
    let gB = Matrix.irregular(characters.rows, units, 5)
    let b = try Linear().forward(dense, w)
    #expect(b != Matrix(b.shape))
    #expect(try gathered.forward(characters, w) == b)
    let gradients = try gathered.backward(characters, w, b, gB)
    #expect(gradients.gW == (try Linear().backward(dense, w, b, gB).gW))
    #expect(gradients.gA == Matrix(characters.shape), "a whole number has no gradient")
  }

  @Test func aCharacterThatIsMissingIsRefused() {
    let gathered = OneHotLinear(vocabulary: vocabulary, positions: 3..<5)
    let error = #expect(throws: ShapeError.self) {
      try gathered.shape(characters.shape, Shape(13, 2))
    }
    #expect(
      error?.message == "a is 3×4 and W is 13×2, but positions 3..<5 need 13 rows of W")
  }
}
