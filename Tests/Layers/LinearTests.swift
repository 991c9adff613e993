import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct LinearTests {
  static let shapes = [(1, 1, 1), (1, 128, 50), (4, 5, 3), (3, 8, 8), (2, 13, 17), (2, 0, 3)]

  /// b = [1 a] W for a = (3, 5) and the columns (1, 10, 100) and (2, 20, 200).
  @Test func addsTheBiasAndTheWeightedInputs() throws {
    let a = Matrix(row: [3, 5])
    let w = Matrix(rows: 3, columns: 2, [1, 2, 10, 20, 100, 200])
    let b = try Linear().forward(a, w)
    #expect(b == Matrix(row: [531, 1062]))
    let (gA, gW) = try Linear().backward(a, w, b, Matrix(row: [1, -3]))
    #expect(gA == Matrix(row: [10 - 60, 100 - 600]))
    #expect(gW == Matrix(rows: 3, columns: 2, [1, -3, 3, -9, 5, -15]))
  }

  /// In whatever order it is summed.
  @Test(arguments: shapes) func isTheTextbooksSum(n: Int, inputs: Int, outputs: Int) throws {
    let w = pseudorandom(inputs + 1, outputs)
    for a in Self.inputs(n, inputs) {
      #expect(try Linear().forward(a, w).isClose(to: Self.sums(a, w), 1e-13))
      let (sums, expected) = Self.gradients(a, pseudorandom(n, outputs))
      #expect(sums.isClose(to: expected, 1e-13))
    }
  }

  /// `[1 a] W`, bias first, then input by input.
  static func sums(_ a: Matrix, _ w: Matrix) -> Matrix {
    var b = Matrix(rows: a.rows, columns: w.columns)
    for i in 0..<a.rows {
      for k in 0..<w.columns {
        b[i, k] = w[0, k]
        for j in 0..<a.columns { b[i, k] += a[i, j] * w[j + 1, k] }
      }
    }
    return b
  }

  /// What `Linear` adds to numbers with the scale −0.3, and what it should.
  static func gradients(_ a: Matrix, _ gB: Matrix) -> (sums: Matrix, expected: Matrix) {
    var sums = pseudorandom(a.columns + 1, gB.columns)
    var expected = sums
    for i in 0..<a.rows {
      for k in 0..<gB.columns {
        expected[0, k] += -0.3 * gB[i, k]
        for j in 0..<a.columns { expected[j + 1, k] += a[i, j] * (-0.3 * gB[i, k]) }
      }
    }
    Linear().accumulate(-0.3, a, gB, adding: &sums)
    return (sums, expected)
  }

  /// Numbers with zeros among them, and zeros and ones, each with and without knowing where.
  static func inputs(_ rows: Int, _ columns: Int) -> [Matrix] {
    let numbers = pseudorandom(rows, columns, zeros: true)
    let bits = Matrix(rows: rows, columns: columns, numbers.values.map { $0 > 0 ? 1 : 0 })
    return [numbers, bits, numbers.sparse, bits.sparse]
  }

  @Test func accumulatesAnyMultiple() throws {
    var w = Matrix(rows: 2, columns: 2, [1, 2, 3, 4])
    Linear().accumulate(-0.5, Matrix(row: [4]), Matrix(row: [2, 6]), adding: &w)
    #expect(w == Matrix(rows: 2, columns: 2, [0, -1, -1, -8]))
  }
}

/// Numbers in [−1, 1) from a small congruential generator, always the same.
func pseudorandom(_ rows: Int, _ columns: Int, zeros: Bool = false) -> Matrix {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(rows * 1000 + columns)
  let values = (0..<rows * columns).map { index in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return zeros && index % 3 == 1 ? 0 : Double(Int64(bitPattern: state) >> 11) * 0x1p-52
  }
  return Matrix(rows: rows, columns: columns, values)
}
