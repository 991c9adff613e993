import TestSupport
import Testing

@testable import Layers

/// The modules of the product against PyTorch, and what they refuse.
struct MatrixProductModuleTests {
  @Test(arguments: [1, 2, 3]) func areThoseOfPyTorch(batches: Int) throws {
    let module: any BinaryModule =
      batches == 1 ? MatrixProduct() : BatchedMatrixProduct(batches: batches)
    let name = batches == 1 ? module.name : "\(module.name)\(batches)"
    let cases = try Fixture.cases("layers/matrix-products.txt", name)
    #expect(cases.count == 6)
    for recorded in cases {
      let (a, w) = (try recorded("a"), try recorded("w"))
      let b = try module.forward(a, w)
      #expect(b.isClose(to: try recorded("b"), 1e-13))
      let (gA, gW) = try module.backward(a, w, b, try recorded("gb"))
      #expect(gA.isClose(to: try recorded("ga"), 1e-13))
      #expect(gW.isClose(to: try recorded("gw"), 1e-13))
    }
  }

  static let operations = [
    AnyOperation(MatrixProduct(), Shape(3, 9), Shape(9, 17)),
    AnyOperation(BatchedMatrixProduct(batches: 3), Shape(6, 9), Shape(27, 5)),
  ]

  @Test(arguments: operations) func forwardOverwritesAndBackwardAdds(operation: AnyOperation) throws
  {
    let operands = operation.operands()
    var b = Matrix(try operation.shape())
    operation.forward(operands, &b)
    var again = Matrix(b.shape)
    again.fill(.nan)
    operation.forward(operands, &again)
    #expect(again == b && again.hasZeroPadding)
    let gB = pseudorandom(b.rows, b.columns)
    for (operand, add) in zip(operands, operation.backward) {
      var gradient = Matrix(operand.shape)
      add(operands, b, gB, &gradient)
      var sum = operand
      add(operands, b, gB, &sum)
      #expect(sum.isClose(to: zip(operand.values, gradient.values).map { $0 + $1 }, 1e-13))
      #expect(sum.hasZeroPadding)
    }
  }

  static let refusals: [(AnyOperation, String)] = [
    (
      AnyOperation(MatrixProduct(), Shape(2, 3), Shape(2, 3)),
      "matmul: a is 2×3, so w needs 3 rows, but it is 2×3"
    ),
    (
      AnyOperation(BatchedMatrixProduct(batches: 2), Shape(3, 2), Shape(4, 2)),
      "batchedMatmul: a is 3×2, which is not 2 matrices of equal shape"
    ),
    (
      AnyOperation(BatchedMatrixProduct(batches: 0), Shape(3, 2), Shape(4, 2)),
      "batchedMatmul: a is 3×2, which is not 0 matrices of equal shape"
    ),
    (
      AnyOperation(BatchedMatrixProduct(batches: 2), Shape(4, 3), Shape(3, 2)),
      "batchedMatmul: a is 4×3, so w needs 6 rows, but it is 3×2"
    ),
  ]

  @Test(arguments: refusals.indices) func refusesOtherShapes(index: Int) {
    let (operation, message) = Self.refusals[index]
    let error = #expect(throws: ShapeError.self) { try operation.shape() }
    #expect(error?.description == message)
  }
}
