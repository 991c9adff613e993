import Operations
import TestSupport
import Testing

@testable import Layers

@Suite(.firstIssues) struct DotProductLinearTests {
  static let shapes = [(1, 1, 1), (1, 50, 10), (4, 5, 3), (3, 8, 8), (2, 13, 17), (2, 16, 4)]

  /// b = W [a 1] for a = (3, 5) and the rows (10, 100, 1) and (20, 200, 2).
  @Test func addsTheWeightedInputsAndTheBias() throws {
    let a = Matrix(row: [3, 5])
    let w = Matrix(rows: 2, columns: 3, [10, 100, 1, 20, 200, 2])
    let b = try DotProductLinear().forward(a, w)
    #expect(b == Matrix(row: [531, 1062]))
    let (gA, gW) = try DotProductLinear().backward(a, w, b, Matrix(row: [1, -3]))
    #expect(gA == Matrix(row: [10 - 60, 100 - 600]))
    #expect(gW == Matrix(rows: 2, columns: 3, [3, 5, 1, -9, -15, -3]))
  }

  /// The promise of the summation order, to the last bit: eight partial sums, of every eighth input.
  @Test(arguments: shapes) func sumsInTheOrderItPromises(n: Int, inputs: Int, outputs: Int) throws {
    let a = pseudorandom(n, inputs, zeros: true)
    let w = pseudorandom(outputs, inputs + 1)
    let b = try DotProductLinear().forward(a, w)
    for i in 0..<n {
      for k in 0..<outputs {
        var s = Array(repeating: 0.0, count: 8)
        for j in 0..<inputs { s[j % 8] += a[i, j] * w[k, j] }
        let sum = ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]))
        #expect(b[i, k].bitPattern == (w[k, inputs] + sum).bitPattern, "[\(i),\(k)]")
      }
    }
  }

  /// What `Linear` computes, but for the order of summation.
  @Test(arguments: shapes) func isLinearByOutputs(n: Int, inputs: Int, outputs: Int) throws {
    let a = pseudorandom(n, inputs, zeros: true)
    let ω = pseudorandom(outputs, inputs + 1)
    let gB = pseudorandom(n, outputs)
    let byInputs = try Linear().forward(a, ω.transposed)
    let (gA, gW) = try Linear().backward(a, ω.transposed, byInputs, gB)

    let w = DotProductLinear.withBiasesBehind(ω)
    let byOutputs = try DotProductLinear().forward(a, w)
    #expect(byOutputs.isClose(to: byInputs, 1e-14))
    let (gA2, gW2) = try DotProductLinear().backward(a, w, byOutputs, gB)
    #expect(gA2.isClose(to: gA, 1e-14))
    #expect(DotProductLinear.withBiasesInFront(gW2).isClose(to: gW.transposed, 1e-14))
    #expect(byOutputs.hasZeroPadding && gA2.hasZeroPadding && gW2.hasZeroPadding)
  }

  @Test func biasesMoveToTheBackAndToTheFront() {
    let ω = Matrix(rows: 2, columns: 3, [1, 10, 100, 2, 20, 200])
    let w = Matrix(rows: 2, columns: 3, [10, 100, 1, 20, 200, 2])
    #expect(DotProductLinear.withBiasesBehind(ω) == w)
    #expect(DotProductLinear.withBiasesInFront(w) == ω)
  }
}
