import GradientCheck
import Layers
import Operations
import TestSupport
import Testing

/// A mistake is said in words where the numbers tell it.
@Suite(.firstIssues) struct DiagnosisTests {
  static let mistakes: [(words: String, module: any Module)] = [
    ("the gradient of a has the wrong sign", GeneralMistake.subtracted.sigmoid),
    ("the gradient of a is missing: backward adds nothing", GeneralMistake.missing.sigmoid),
    ("the gradient of a is 2 × too large", GeneralMistake.doubled.sigmoid),
    (
      "the gradient of a is 3 × too small",
      WrongUnary("w", of: Sigmoid()) { _, b, gB in gB * b * (1 - b) / 3 }
    ),
    (
      "the gradient of a has the wrong sign and is 2 × too small",
      WrongUnary("w", of: Sigmoid()) { _, b, gB in -gB * b * (1 - b) / 2 }
    ),
    (
      "the gradient of a is off by a factor of 1.0000001",
      WrongUnary("w", of: Half()) { _, _, gB in 1.0000001 * gB / 2 }
    ),
    (
      "the gradient of a is divided by the number of rows",
      WrongUnary(
        "w", of: Sigmoid(),
        backward: { a, b, gB, gA in
          Sigmoid().backward(a, b, gB.map { $0 / Double(a.rows) }, adding: &gA)
        })
    ),
    (
      "the gradient of a is right for the first row of a batch only",
      WrongUnary(
        "w", of: Sigmoid(),
        backward: { _, b, gB, gA in
          for j in 0..<b.columns { gA[0, j] += gB[0, j] * b[0, j] * (1 - b[0, j]) }
        })
    ),
    ("the gradient of a lacks the off-diagonal terms", Mistake.softmaxDiagonal),
    (
      "the gradient of a lacks the diagonal terms",
      WrongUnary(
        "w", of: Softmax(),
        backward: { a, b, gB, gA in
          Softmax().backward(a, b, gB, adding: &gA)
          gA.addEach { i, j in -gB[i, j] * b[i, j] * (1 - b[i, j]) }
        })
    ),
    (
      "the gradient of a is the transpose",
      WrongUnary(
        "w", of: Sigmoid(),
        backward: { a, b, gB, gA in
          var gradient = Matrix(a.shape)
          Sigmoid().backward(a, b, gB, adding: &gradient)
          gA.add(a.rows == a.columns ? gradient.transposed : gradient)
        })
    ),
    (
      "the gradient of w is the transpose",
      WrongBinary(
        "w", of: Linear(),
        gW: { a, w, _, gB, gW in
          var gradient = Matrix(w.shape)
          Linear().accumulate(1, a, gB, adding: &gradient)
          gW.add(w.rows == w.columns ? gradient.transposed : gradient)
        })
    ),
    (
      "the gradient of a is the transpose",
      WrongBinary(
        "w", of: MatrixProduct(),
        gA: { a, w, b, gB, gA in
          let factor = w.rows == w.columns ? w.transposed : w
          MatrixProduct().backward(a, factor, b, gB, addingA: &gA)
        })
    ),
    (
      "the gradient of w is missing in row 0",
      WrongBinary(
        "bias not learnt", of: Linear(),
        gW: { a, w, _, gB, gW in
          let bias = (0..<w.columns).map { gW[0, $0] }
          Linear().accumulate(1, a, gB, adding: &gW)
          for k in 0..<w.columns { gW[0, k] = bias[k] }
        })
    ),
    (
      "the gradient of w is right for the last row of a batch only",
      WrongBinary(
        "w", of: Add(),
        gW: { _, _, _, gB, gW in
          for j in 0..<gW.columns { gW[gW.rows - 1, j] += gB[gW.rows - 1, j] }
        })
    ),
  ]

  @Test(arguments: mistakes.indices, 0..<5 as Range<UInt32>)
  func mistakesAreNamed(index: Int, seed: UInt32) {
    let (words, module) = Self.mistakes[index]
    let report = checkGradients(of: module, seed: seed)
    #expect(!report.passed)
    #expect(report.diagnosis == [words], "\(report)")
    #expect("\(report)".contains("FAIL: \(words); error "))
  }

  /// Where no words fit, none are said.
  @Test(arguments: [
    WrongUnary("σ′ from a", of: Sigmoid()) { a, _, gB in gB * a * (1 - a) },
    WrongUnary("without b", of: Sigmoid()) { _, b, gB in gB * (1 - b) },
    WrongUnary("1 − a²", of: Operations.Tanh()) { a, _, gB in gB * (1 - a * a) },
    WrongUnary(
      "softmax over columns' mean", of: Softmax(),
      backward: { _, b, gB, gA in
        for i in 0..<b.rows {
          let mean = (0..<b.columns).reduce(0) { $0 + gB[i, $1] } / Double(b.columns)
          for j in 0..<b.columns { gA[i, j] += b[i, j] * (gB[i, j] - mean) }
        }
      }),
  ])
  func otherMistakesAreNotMisnamed(module: WrongUnary) {
    let report = checkGradients(of: module)
    #expect(!report.passed && report.diagnosis == [], "\(report)")
  }
}

extension GeneralMistake {
  fileprivate var sigmoid: Mistaken { Mistaken(right: Sigmoid(), mistake: self, operand: 0) }
}
