import GradientCheck
import Layers
import Testing

/// Every operation passes the finite-difference check, and versions of it that are wrong do not.
struct OperationCheckTests {
  static let unary: [UnaryCheck] =
    ([
      Identity(), Square(), Half(), Scale(by: -1.5), Exp(), Layers.Tanh(), ReLU(), LogSoftmax(),
      Sum(), Mean(), RowSums(), RowMaximum(), SquaredNorm(), FrobeniusNorm(), Transpose(),
      SliceColumns(1..<3), SliceRows(1..<2), ExpandColumns(to: 3), ExpandRows(to: 4),
    ] as [any UnaryModule]).map { UnaryCheck($0) } + [
      UnaryCheck(Log(), .positive), UnaryCheck(Normalize(), .positive),
      UnaryCheck(Reshape(to: Shape(5, 3)), shapes: [Shape(3, 5), Shape(15, 1), Shape(5, 3)]),
      UnaryCheck(Select(indices: [2, 0, 2]), shapes: [Shape(3, 3), Shape(3, 9)]),
    ]

  static let binary: [BinaryCheck] = [
    BinaryCheck(Add()), BinaryCheck(Subtract()), BinaryCheck(Multiply()),
    BinaryCheck(Divide(), (.real, .positive)),
    BinaryCheck(
      AddRow(),
      shapes: [
        (Shape(1, 4), Shape(1, 4)), (Shape(5, 1), Shape(1, 1)), (Shape(3, 3), Shape(1, 3)),
        (Shape(2, 9), Shape(1, 9)),
      ]),
    BinaryCheck(
      ConcatenateColumns(), shapes: [(Shape(3, 2), Shape(3, 2)), (Shape(2, 3), Shape(2, 7))]),
    BinaryCheck(
      ConcatenateRows(), shapes: [(Shape(2, 3), Shape(2, 3)), (Shape(1, 9), Shape(4, 9))]),
    BinaryCheck(LSTMGates(), shapes: [1, 3, 9].map { (Shape(2, 4 * $0), Shape(2, 4 * $0)) }),
    BinaryCheck(LSTMCell(), shapes: [1, 3, 9].map { (Shape(2, 4 * $0), Shape(2, $0)) }),
    BinaryCheck(LSTMOutput(), shapes: [1, 3, 9].map { (Shape(2, 4 * $0), Shape(2, $0)) }),
  ]

  @Test(arguments: unary, Array(0..<10) as [UInt32])
  func unaryOperationsPass(check: UnaryCheck, seed: UInt32) {
    let report = check.run(seed)
    #expect(report.passed && report.tolerance == 1e-9, "\(report)")
    #expect(report.name == check.right.name && report.comparisons > 0)
  }

  @Test(arguments: binary, Array(0..<10) as [UInt32])
  func binaryOperationsPass(check: BinaryCheck, seed: UInt32) {
    let report = check.run(seed)
    #expect(report.passed && report.tolerance == 1e-9, "\(report)")
    #expect(report.name == check.right.name && report.comparisons > 0)
  }

  /// Mistakes that any operation's gradient can have.
  @Test(arguments: unary, GeneralMistake.allCases)
  func generalMistakesAreCaught(check: UnaryCheck, mistake: GeneralMistake) {
    let right = check.right
    let report = check.run(0) { a, b, gB, gA in
      mistake.apply(to: &gA) { right.backward(a, b, gB, adding: &$0) }
    }
    #expect(!report.passed, "\(report)")
  }

  @Test(arguments: binary, GeneralMistake.allCases)
  func generalMistakesInOneOfTwoGradientsAreCaught(check: BinaryCheck, mistake: GeneralMistake) {
    let right = check.right
    let wrongA = check.run(
      0,
      gA: { a, w, b, gB, gA in
        mistake.apply(to: &gA) { right.backward(a, w, b, gB, addingA: &$0) }
      })
    #expect(!wrongA.passed, "\(wrongA)")
    let wrongW = check.run(
      0,
      gW: { a, w, b, gB, gW in
        mistake.apply(to: &gW) { right.backward(a, w, b, gB, addingW: &$0) }
      })
    #expect(!wrongW.passed, "\(wrongW)")
  }

  @Test(arguments: WrongOperation.all, [0, 1, 2] as [UInt32])
  func particularMistakesAreCaught(wrong: WrongOperation, seed: UInt32) {
    #expect(wrong.right(seed).passed)
    let report = wrong.run(seed)
    #expect(!report.passed && report.failure == nil, "\(report)")
  }
}
