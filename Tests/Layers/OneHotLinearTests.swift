import Layers
import Operations
import TestSupport
import Testing

/// Nobody looks at a zero, and yet it is the product with the one-hot rows.
@Suite(.firstIssues) struct OneHotLinearTests {
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

  static let positions = [0..<4, 0..<1, 3..<4, 1..<3]

  @Test(arguments: positions, [1, 5, 9])
  func isTheProductWithTheOneHotRows(positions: Range<Int>, units: Int) throws {
    let (gathered, dense) = try products(positions, units)
    #expect(dense.b != Matrix(dense.b.shape))
    #expect(gathered.b.isClose(to: dense.b, 1e-13))
    #expect(gathered.gW.isClose(to: dense.gW, 1e-13))
    #expect(gathered.gA == Matrix(characters.shape), "a whole number has no gradient")
  }

  typealias Product = (b: Matrix, gA: Matrix, gW: Matrix)

  /// By the characters' numbers, and by rows that are one-hot.
  func products(
    _ positions: Range<Int>, _ units: Int
  ) throws -> (gathered: Product, dense: Product) {
    let module = OneHotLinear(vocabulary: vocabulary, positions: positions)
    let rows = oneHot(positions)
    let w = Matrix.irregular(rows.columns + 1, units)
    let gB = Matrix.irregular(characters.rows, units, 5)
    func product(_ module: any BinaryModule, _ a: Matrix) throws -> Product {
      let b = try module.forward(a, w)
      let (gA, gW) = try module.backward(a, w, b, gB)
      return (b, gA, gW)
    }
    return (try product(module, characters), try product(Linear(), rows))
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
