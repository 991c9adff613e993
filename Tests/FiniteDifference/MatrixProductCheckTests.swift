import GradientCheck
import Layers
import Operations
import Testing

/// The matrix product passes the finite-difference check, and versions that are wrong do not.
struct MatrixProductCheckTests {
  static let checks = [
    OperationCheck(
      MatrixProduct(),
      shapes: [
        [Shape(1, 1), Shape(1, 1)], [Shape(1, 5), Shape(5, 3)], [Shape(4, 1), Shape(1, 9)],
        [Shape(3, 9), Shape(9, 2)],
      ]),
    OperationCheck(
      BatchedMatrixProduct(batches: 2),
      shapes: [[Shape(2, 3), Shape(6, 1)], [Shape(4, 2), Shape(4, 9)]]),
  ]

  /// Of square matrices, so that shapes do not tell.
  @Test func aForgottenTransposeIsCaught() {
    let squares = OperationCheck(MatrixProduct(), shapes: [[Shape(3, 3), Shape(3, 3)]])
    let product = MatrixProduct()
    let wrongA = squares.run(
      0,
      WrongBinary(
        "matmul", of: product,
        gA: { _, w, b, gB, gA in product.backward(gB, w.transposed, b, gB, addingA: &gA) }))
    let wrongW = squares.run(
      0,
      WrongBinary(
        "matmul", of: product,
        gW: { a, w, b, gB, gW in product.backward(a.transposed, w, b, gB, addingW: &gW) }))
    #expect(squares.run(0).passed && !wrongA.passed && !wrongW.passed)
  }

  /// Not the operands of other pairs.
  @Test func pairsThatMeetAreCaught() {
    let check = Self.checks[1]
    let batched = BatchedMatrixProduct(batches: 2)
    let wrong = WrongBinary(
      "batchedMatmul", of: batched,
      gW: { a, w, b, gB, gW in
        var exchanged = a
        let half = a.rows / 2
        for i in 0..<a.rows { exchanged.copyRow((i + half) % a.rows, of: a, to: i) }
        batched.backward(exchanged, w, b, gB, addingW: &gW)
      })
    #expect(!check.run(0, wrong).passed)
  }
}
