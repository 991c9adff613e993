import GradientCheck
import Layers
import Operations
import Testing

/// A mistake that a particular operation invites.
struct WrongOperation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let right: @Sendable (_ seed: UInt32) -> GradientReport
  let run: @Sendable (_ seed: UInt32) -> GradientReport

  /// For an operation of one operand.
  init(
    _ mistake: String, _ check: OperationCheck, _ backward: WrongUnary.Backward? = nil,
    forward: WrongUnary.Forward? = nil
  ) {
    self.init(mistake, check) { right in
      guard let right = right as? any UnaryModule else { return right }
      return WrongUnary(right.name, of: right, forward: forward, backward: backward)
    }
  }

  /// For an operation of two operands.
  init(
    _ mistake: String, _ check: OperationCheck, gA: WrongBinary.Backward? = nil,
    gW: WrongBinary.Backward? = nil
  ) {
    self.init(mistake, check) { right in
      guard let right = right as? any BinaryModule else { return right }
      return WrongBinary(right.name, of: right, gA: gA, gW: gW)
    }
  }

  private init(
    _ mistake: String, _ check: OperationCheck,
    _ altered: @escaping @Sendable (any Module) -> any Module
  ) {
    testDescription = "\(check.right.name): \(mistake)"
    right = { check.run($0) }
    run = { check.run($0, altered(check.right)) }
  }

  static let all = elementwise + reductions + rowwise + pairs + rearrangements + lstm

  static let elementwise = [
    WrongOperation("1 − b", OperationCheck(Operations.Tanh())) { _, b, gB, gA in
      gA.addEach { i, j in gB[i, j] * (1 - b[i, j]) }
    },
    WrongOperation("1 − a²", OperationCheck(Operations.Tanh())) { a, _, gB, gA in
      gA.addEach { i, j in gB[i, j] * (1 - a[i, j] * a[i, j]) }
    },
    WrongOperation("from the operand", OperationCheck(Exp())) { a, _, gB, gA in
      gA.addEach { i, j in gB[i, j] * a[i, j] }
    },
    WrongOperation("from the output", OperationCheck(Log(), .positive)) { _, b, gB, gA in
      gA.addEach { i, j in gB[i, j] / b[i, j] }
    },
    WrongOperation("without the 2", OperationCheck(Square())) { a, _, gB, gA in
      gA.addEach { i, j in gB[i, j] * a[i, j] }
    },
    WrongOperation("passes all", OperationCheck(ReLU())) { _, _, gB, gA in gA.add(gB) },
    WrongOperation("passes positive gradients", OperationCheck(ReLU())) { _, _, gB, gA in
      gA.addEach { i, j in max(gB[i, j], 0) }
    },
  ]

  static let reductions = [
    WrongOperation("not divided", OperationCheck(Mean())) { _, _, gB, gA in
      gA.addEach { _, _ in gB[0, 0] }
    },
    WrongOperation("divided by the rows", OperationCheck(Mean())) { a, _, gB, gA in
      gA.addEach { _, _ in gB[0, 0] / Double(a.rows) }
    },
    WrongOperation("all from the first row's", OperationCheck(RowSums())) { _, _, gB, gA in
      gA.addEach { _, _ in gB[0, 0] }
    },
    WrongOperation("to all", OperationCheck(RowMaximum())) { _, _, gB, gA in
      gA.addEach { i, _ in gB[i, 0] }
    },
    WrongOperation("to the largest magnitude", OperationCheck(RowMaximum())) { a, _, gB, gA in
      for i in 0..<a.rows { gA[i, a.map(abs).argmax(ofRow: i)] += gB[i, 0] }
    },
    WrongOperation(
      "not squared", OperationCheck(SquaredNorm()),
      forward: { a, b in
        FrobeniusNorm().forward(a, into: &b)
      }),
    WrongOperation("without the 2", OperationCheck(SquaredNorm())) { a, _, gB, gA in
      gA.add(a, times: gB[0, 0])
    },
    WrongOperation("not divided", OperationCheck(FrobeniusNorm())) { a, _, gB, gA in
      gA.add(a, times: gB[0, 0])
    },
    WrongOperation("divided by the square", OperationCheck(FrobeniusNorm())) { a, b, gB, gA in
      gA.add(a, times: gB[0, 0] / (b[0, 0] * b[0, 0]))
    },
  ]

  static let rowwise = [
    WrongOperation("without the cross term", OperationCheck(Normalize(), .positive)) {
      a, _, gB, gA in
      gA.addEach { i, j in gB[i, j] / a.rowSum(i) }
    },
    WrongOperation("not divided by the sum", OperationCheck(Normalize(), .positive)) {
      _, b, gB, gA in
      gA.addEach { i, j in gB[i, j] - (0..<b.columns).reduce(0) { $0 + gB[i, $1] * b[i, $1] } }
    },
    WrongOperation("without the cross term", OperationCheck(LogSoftmax())) { _, _, gB, gA in
      gA.add(gB)
    },
    WrongOperation("for a sum of 1", OperationCheck(LogSoftmax())) { a, _, gB, gA in
      var ŷ = Matrix(a.shape)
      Softmax().forward(a, into: &ŷ)
      gA.addEach { i, j in gB[i, j] - ŷ[i, j] }
    },
    WrongOperation(
      "the first element", OperationCheck(Select(indices: [1, 0]), shapes: [[Shape(2, 3)]])
    ) {
      _, _, gB, gA in
      for i in 0..<gA.rows { gA[i, 0] += gB[i, 0] }
    },
  ]

  static let pairs = [
    WrongOperation(
      "w without its sign", OperationCheck(Subtract()),
      gW: { _, _, _, gB, gW in
        gW.add(gB)
      }),
    WrongOperation(
      "factors exchanged", OperationCheck(Multiply()),
      gA: { a, _, _, gB, gA in
        gA.addEach { i, j in gB[i, j] * a[i, j] }
      }),
    WrongOperation(
      "1 / w²", OperationCheck(Divide(), .real, .positive),
      gW: { _, w, _, gB, gW in
        gW.addEach { i, j in -gB[i, j] / (w[i, j] * w[i, j]) }
      }),
    WrongOperation(
      "not summed over rows", addRow,
      gW: { _, _, _, gB, gW in
        let last = gB.rows - 1
        gW.addEach { _, j in gB[last, j] }
      }),
    WrongOperation(
      "averaged over rows", addRow,
      gW: { _, _, _, gB, gW in
        gW.addEach { _, j in (0..<gB.rows).reduce(0) { $0 + gB[$1, j] } / Double(gB.rows) }
      }),
    WrongOperation(
      "summed over columns", addRow,
      gW: { _, _, _, gB, gW in
        gW.addEach { _, j in gB.rowSum(j) }
      }),
  ]

  static let rearrangements = [
    WrongOperation("not transposed", OperationCheck(Transpose(), shapes: [[Shape(3, 3)]])) {
      _, _, gB, gA in gA.add(gB)
    },
    WrongOperation("by columns", OperationCheck(Reshape(to: Shape(3, 2)), shapes: [[Shape(2, 3)]]))
    {
      _, _, gB, gA in gA.add(gB.transposed)
    },
    WrongOperation("from column 0", OperationCheck(Submatrix(columns: 1..<3))) { _, b, gB, gA in
      for i in 0..<b.rows { for j in 0..<b.columns { gA[i, j] += gB[i, j] } }
    },
    WrongOperation("from row 0", OperationCheck(Submatrix(rows: 1..<3))) { _, b, gB, gA in
      for i in 0..<b.rows { for j in 0..<b.columns { gA[i, j] += gB[i, j] } }
    },
    WrongOperation("not summed", OperationCheck(Expand(columns: 3))) { _, _, gB, gA in
      gA.addEach { i, _ in gB[i, 0] }
    },
    WrongOperation("not summed", OperationCheck(Expand(rows: 3))) { _, _, gB, gA in
      gA.addEach { _, j in gB[0, j] }
    },
    WrongOperation(
      "over the other axis", OperationCheck(Expand(columns: 3), shapes: [[Shape(3, 1)]])
    ) { _, _, gB, gA in
      gA.addEach { i, _ in gB.transposed.rowSum(i) }
    },
    WrongOperation(
      "over the other axis", OperationCheck(Expand(rows: 3), shapes: [[Shape(1, 3)]])
    ) {
      _, _, gB, gA in gA.addEach { _, j in gB.rowSum(j) }
    },
    WrongOperation(
      "exchanged", columnPair,
      gA: { a, w, b, gB, gA in
        Concatenate.columns.backward(a, w, b, gB, addingW: &gA)
      }),
    WrongOperation(
      "exchanged", rowPair,
      gW: { a, w, b, gB, gW in
        Concatenate.rows.backward(a, w, b, gB, addingA: &gW)
      }),
  ]

  /// Square, so that rows and columns can be taken for each other.
  private static let addRow = OperationCheck(AddRow(), shapes: [[Shape(3, 3), Shape(1, 3)]])
  private static let pairOfSquares = [[Shape(2, 2), Shape(2, 2)]]
  private static let columnPair = OperationCheck(Concatenate.columns, shapes: pairOfSquares)
  private static let rowPair = OperationCheck(Concatenate.rows, shapes: pairOfSquares)
}

extension Matrix {
  fileprivate func rowSum(_ i: Int) -> Double { (0..<columns).reduce(0) { $0 + self[i, $1] } }
}
