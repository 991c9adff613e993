import GradientCheck
import Layers
import Operations
import TestSupport
import Testing

/// Every operation passes the finite-difference check, and versions of it that are wrong do not.
@Suite(.firstIssues) struct OperationCheckTests {
  static let all: [OperationCheck] =
    ([
      Identity(), Square(), Half(), Scale(by: -1.5), Exp(), Operations.Tanh(), ReLU(), LogSoftmax(),
      Sum(), Mean(), RowSums(), RowMaximum(), SquaredNorm(), FrobeniusNorm(), Transpose(),
      Submatrix(columns: 1..<3), Submatrix(rows: 1..<2), Submatrix(rows: 1..<2, columns: 0..<1),
      Expand(columns: 3), Expand(rows: 4), Expand(rows: 2, columns: 3),
    ] as [any Module]).map { OperationCheck($0) } + [
      OperationCheck(Log(), .positive), OperationCheck(Normalize(), .positive),
      OperationCheck(
        Reshape(to: Shape(5, 3)), shapes: [[Shape(3, 5)], [Shape(15, 1)], [Shape(5, 3)]]),
      OperationCheck(Select(indices: [2, 0, 2]), shapes: [[Shape(3, 3)], [Shape(3, 9)]]),
      OperationCheck(Add()), OperationCheck(Subtract()), OperationCheck(Multiply()),
      OperationCheck(Divide(), .real, .positive),
      OperationCheck(
        AddRow(),
        shapes: [
          [Shape(1, 4), Shape(1, 4)], [Shape(5, 1), Shape(1, 1)], [Shape(3, 3), Shape(1, 3)],
          [Shape(2, 9), Shape(1, 9)],
        ]),
      OperationCheck(
        Concatenate.columns, shapes: [[Shape(3, 2), Shape(3, 2)], [Shape(2, 3), Shape(2, 7)]]),
      OperationCheck(
        Concatenate.rows, shapes: [[Shape(2, 3), Shape(2, 3)], [Shape(1, 9), Shape(4, 9)]]),
      OperationCheck(LSTMGates(), shapes: [1, 3, 9].map { [Shape(2, 4 * $0), Shape(2, 4 * $0)] }),
      OperationCheck(LSTMCell(), shapes: [1, 3, 9].map { [Shape(2, 4 * $0), Shape(2, $0)] }),
      OperationCheck(LSTMOutput(), shapes: [1, 3, 9].map { [Shape(2, 4 * $0), Shape(2, $0)] }),
    ] + MatrixProductCheckTests.checks

  @Test(arguments: all, Array(0..<10) as [UInt32])
  func operationsPass(check: OperationCheck, seed: UInt32) {
    let report = check.run(seed)
    #expect(report.passed && report.tolerance == 1e-9, "\(report)")
    #expect(report.name == check.right.name && report.comparisons > 0)
    #expect(report.diagnosis == [] && report.brokenPromises == [])
  }

  /// Mistakes that any operation's gradient can have.
  @Test(arguments: all, GeneralMistake.allCases)
  func generalMistakesAreCaught(check: OperationCheck, mistake: GeneralMistake) {
    for operand in check.right.operandNames.indices {
      let report = check.run(
        0, Mistaken(right: check.right, mistake: mistake, operand: operand))
      #expect(!report.passed, "\(report)")
    }
  }

  @Test(arguments: WrongOperation.all, [0, 1, 2] as [UInt32])
  func particularMistakesAreCaught(wrong: WrongOperation, seed: UInt32) {
    #expect(wrong.right(seed).passed)
    let report = wrong.run(seed)
    #expect(!report.passed && report.failure == nil, "\(report)")
  }
}
