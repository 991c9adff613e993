import GradientCheck
import Layers
import TestSupport
import Testing

/// Three ways to check gradients that look right and are not: each passes a wrong layer that
/// `checkGradients` catches.
@Suite(.firstIssues) struct WrongCheckersTests {
  /// `(g − ĝ) / ĝ ≤ tolerance`: without absolute values all too large a gradient passes where the
  /// derivative is negative, and all too small a one where it is positive.
  @Test func relativeErrorWithASign() throws {
    let wrong = WrongUnary("negation", of: Negation(), backward: { $3.add($2, times: 5) })
    let g = try gradients(of: wrong, at: point, upstream: ones)
    #expect(zip(g.backward, g.numeric).allSatisfy { ($0 - $1) / $1 <= 1e-9 })
    #expect(!checkGradients(of: wrong).passed)
    #expect(checkGradients(of: Negation()).passed)
  }

  /// All ones from above: a softmax's derivatives sum to 0, so any multiple of its gradient passes.
  @Test(arguments: [-1.0, 0, 2]) func upstreamOfOnes(factor: Double) throws {
    let wrong = WrongUnary(
      "softmax", of: Softmax(),
      backward: { a, b, gB, gA in
        Softmax().backward(a, b, gB.map { factor * $0 }, adding: &gA)
      })
    let g = try gradients(of: wrong, at: point, upstream: ones)
    #expect(zip(g.backward, g.numeric).allSatisfy { abs($0 - $1) < 1e-9 })
    let random = try gradients(of: wrong, at: point, upstream: Matrix(row: [0.3, -0.7, 0.9, 0.2]))
    #expect(!zip(random.backward, random.numeric).allSatisfy { abs($0 - $1) < 1e-2 })
    #expect(!checkGradients(of: wrong).passed)
  }

  /// One derivative in a hundred is wrong by a part in ten million: the mean hides it.
  @Test func meanInsteadOfTheWorst() throws {
    let wrong = WrongUnary(
      "one wrong", of: Negation(),
      backward: { a, _, gB, gA in
        gA.add(gB, times: -1)
        if a.count == 300 { gA[0, 0] -= 5e-8 * gB[0, 0] }
      })
    var a = Matrix(rows: 1, columns: 300)
    a.setEach { _, j in 0.25 + Double(j) / 512 }
    let g = try gradients(of: wrong, at: a, upstream: a.map { _ in 1 })
    let errors = zip(g.backward, g.numeric).map { abs($0 - $1) }
    #expect(errors.reduce(0, +) / 300 <= 1e-9)
    #expect(!checkGradients(of: wrong, shapes: [[Shape(1, 300)]]).passed)
    #expect(checkGradients(of: wrong, shapes: [[Shape(1, 4)]]).passed)
  }

  /// A gradient that starts at zero: `=` for `+=` passes.
  @Test func gradientsFromZero() throws {
    let wrong = WrongUnary(
      "assigns", of: Sigmoid(),
      backward: { _, b, gB, gA in
        gA.setEach { i, j in gB[i, j] * b[i, j] * (1 - b[i, j]) }
      })
    let g = try gradients(of: wrong, at: point, upstream: ones)
    #expect(zip(g.backward, g.numeric).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(!checkGradients(of: wrong).passed)
  }

  /// `error > tolerance` is false for NaN, and so is every comparison with it.
  @Test func comparisonsWithNaN() throws {
    let wrong = WrongUnary(
      "NaN", of: Sigmoid(),
      backward: { a, b, gB, gA in
        Sigmoid().backward(a, b, gB, adding: &gA)
        gA[0, 3] = .nan
      })
    let g = try gradients(of: wrong, at: point, upstream: ones)
    #expect(!zip(g.backward, g.numeric).contains { abs($0 - $1) > 1e-9 })
    let report = checkGradients(of: wrong, shapes: [[Shape(1, 4)]])
    #expect(!report.passed)
    #expect(report.error == .infinity)
    #expect(report.worst?.analytic.isNaN == true)
  }

  private let point = Matrix(row: [0.5, -0.25, 0.75, 0.3])
  private let ones = Matrix(row: [1, 1, 1, 1])

  /// Of `Σ gB[k] b[k]` at `a`, with respect to each a[i]: from `backward`, starting at zero, and
  /// from central differences.
  private func gradients(
    of module: any UnaryModule, at a: Matrix, upstream gB: Matrix
  ) throws -> (backward: [Double], numeric: [Double]) {
    let numeric = try differenceQuotients([a], 0) { point in
      [zip(try module.forward(point[0]).values, gB.values).reduce(0) { $0 + $1.0 * $1.1 }]
    }
    return (try module.backward(a, module.forward(a), gB).values, numeric.map { $0[0] })
  }
}

/// b = −a.
private struct Negation: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) {
    b.fill(0)
    b.add(a, times: -1)
  }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA.add(gB, times: -1)
  }
}

extension Matrix {
  fileprivate var count: Int { shape.count }
}
