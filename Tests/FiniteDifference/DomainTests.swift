import CLibrary
import GradientCheck
import Layers
import Operations
import TestSupport
import Testing

/// A check looks where a user looks: at small and large numbers, and at those that are named.
@Suite(.firstIssues) struct DomainTests {
  /// min(max(a, 0), 6), without the bend at 6 in its gradient.
  private static let wrongReLU6 = WrongUnary(
    "ReLU6", of: Identity(),
    forward: { a, b in b.setEach { i, j in min(max(a[i, j], 0), 6) } },
    backward: { a, _, gB, gA in gA.addEach { i, j in a[i, j] > 0 ? gB[i, j] : 0 } })
  private static let reLU6 = WrongUnary(
    "ReLU6", of: wrongReLU6,
    backward: { a, _, gB, gA in
      gA.addEach { i, j in a[i, j] > 0 && a[i, j] < 6 ? gB[i, j] : 0 }
    })

  @Test(arguments: 0..<20 as Range<UInt32>) func aBendFarFromZeroIsSeen(seed: UInt32) throws {
    let report = checkGradients(of: Self.wrongReLU6, seed: seed)
    #expect(!report.passed)
    #expect(report.diagnosis == ["the gradient of a is right near 1 and wrong farther out"])
    #expect(try #require(report.worst?.element) > 6)
    #expect(checkGradients(of: Self.reLU6, seed: seed).passed)
  }

  /// Wrong between 0.001 and 0.01 only.
  @Test func smallNumbersAreSeen() {
    let wrong = WrongUnary("w", of: Identity()) { a, _, gB in abs(a) < 0.01 ? 0 : gB }
    #expect(!checkGradients(of: wrong).passed)
  }

  @Test func aUsersPointIsSeen() throws {
    let wrong = WrongUnary("w", of: Identity()) { a, _, gB in a > 100 ? 2 * gB : gB }
    #expect(checkGradients(of: wrong).passed)
    let report = checkGradients(of: wrong, at: [[Matrix(row: [1, 123.5])]])
    #expect(!report.passed)
    #expect(report.worst?.element == 123.5)
    #expect(report.worst?.derivative == "∂b[0,1]/∂a[0,1]")
    let fitting = checkGradients(of: wrong, shapes: [], at: [[Matrix(row: [1, 2])]])
    #expect(fitting.passed && fitting.comparisons == 4 + 2, "\(fitting)")
  }

  // MARK: Kinks

  @Test func noQuotientMeetsAStatedKink() {
    let points = [[Matrix(row: [6, 5.999, 6.001, 2])]]
    #expect(!checkGradients(of: Self.reLU6, at: points).passed)
    let report = checkGradients(of: Self.reLU6, domains: [.real.avoiding(0, 6)], at: points)
    #expect(report.passed, "\(report)")
    #expect(!checkGradients(of: Self.wrongReLU6, domains: [.real.avoiding(0, 6)]).passed)
  }

  // MARK: Domains of one's own

  @Test func aRangeIsKept() {
    let arcSine = WrongUnary(
      "arcSine", of: Identity(), forward: { a, b in b.setEach { i, j in asin(a[i, j]) } },
      backward: { a, _, gB, gA in
        gA.addEach { i, j in gB[i, j] / (1 - a[i, j] * a[i, j]).squareRoot() }
      })
    let report = checkGradients(of: arcSine)
    #expect(report.brokenPromises.first?.hasPrefix("forward gives NaN: b[") == true)
    #expect(checkGradients(of: arcSine, domains: [.numbers(in: -0.9...0.9)]).passed)
  }

  @Test func aDrawOfOnesOwn() {
    let even = Domain { shape, random in
      var matrix = Matrix(shape)
      matrix.setEach { _, _ in 2 * random.uniform(1, 5).rounded() }
      return matrix
    }
    let onlyEven = WrongUnary("w", of: Identity()) { a, _, gB in
      a.remainder(dividingBy: 2) == 0 ? gB : 0
    }
    #expect(checkGradients(of: onlyEven, domains: [even]).passed)
    #expect(!checkGradients(of: onlyEven).passed)
  }

  // MARK: Naive forms

  @Test func aSigmoidThatOverflows() {
    let naive = WrongUnary(
      "w", of: Sigmoid(),
      forward: { a, b in b.setEach { i, j in exp(a[i, j]) / (1 + exp(a[i, j])) } })
    expect(naive, "forward gives NaN: b[0,0] for a = [1000.0]")
  }

  @Test func aSoftmaxWithoutItsMaximum() {
    let naive = WrongUnary(
      "w", of: Softmax(),
      forward: { a, b in
        b.setEach { i, j in exp(a[i, j]) / (0..<a.columns).reduce(0) { $0 + exp(a[i, $1]) } }
      })
    expect(naive, "forward gives NaN: b[0,0] for a = [1000.0]")
  }

  @Test func zeroTimesTheLogarithmOfZero() {
    let naive = WrongBinary(
      "w", of: CrossEntropy(),
      forward: { y, ŷ, loss in
        loss.setEach { i, _ in (0..<y.columns).reduce(0) { $0 - y[i, $1] * log(ŷ[i, $1]) } }
      })
    let report = checkGradients(of: naive, domains: [.target, .probabilities])
    #expect(report.brokenPromises.count == 1 && report.error < 1e-9, "\(report)")
    #expect(report.brokenPromises[0].hasPrefix("forward gives NaN: b[0,0] for a = ["))
    #expect(report.brokenPromises[0].contains("w = [") == true)
  }

  @Test func aGradientThatOverflows() {
    // tanh′ = 1 / cosh², as sinh²/cosh² would have it.
    let naive = WrongUnary("w", of: Operations.Tanh()) { a, _, gB in
      gB * (1 - sinh(a) * sinh(a) / (cosh(a) * cosh(a)))
    }
    let report = checkGradients(of: naive)
    #expect(
      report.brokenPromises.first?.hasPrefix(
        "backward gives NaN in the gradient of a: at a[0,0] for a")
        == true, "\(report)")
  }

  private func expect(_ module: WrongUnary, _ words: String) {
    let report = checkGradients(of: module)
    #expect(!report.passed && report.error < 1e-9, "\(report)")
    #expect(report.brokenPromises.count == 1)
    #expect(report.brokenPromises.first?.replacingOccurrences("-1000", "1000") == words)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ text: String, _ other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
