import Layers
import Operations
import TestSupport
import Testing

/// A module that cannot be applied says so, with both shapes or what else does not fit.
@Suite(.firstIssues) struct ShapeErrorTests {
  static let refusals: [(AnyModule, String)] = [
    (AnyModule(Add(), Shape(2, 3), Shape(3, 2)), "add: a is 2×3, but w is 3×2"),
    (AnyModule(Subtract(), Shape(2, 3), Shape(1, 3)), "sub: a is 2×3, but w is 1×3"),
    (AnyModule(Multiply(), Shape(2, 3), Shape(2, 1)), "mul: a is 2×3, but w is 2×1"),
    (AnyModule(Divide(), Shape(1, 1), Shape(1, 2)), "div: a is 1×1, but w is 1×2"),
    (
      AnyModule(AddRow(), Shape(2, 3), Shape(2, 3)),
      "addRow: a is 2×3, so w must be 1×3, but it is 2×3"
    ),
    (
      AnyModule(AddRow(), Shape(2, 3), Shape(1, 2)),
      "addRow: a is 2×3, so w must be 1×3, but it is 1×2"
    ),
    (
      AnyModule(Concatenate.columns, Shape(2, 3), Shape(3, 3)),
      "concatenate: a is 2×3, so w needs 2 rows, but it is 3×3"
    ),
    (
      AnyModule(Concatenate.rows, Shape(2, 3), Shape(2, 2)),
      "concatenateRows: a is 2×3, so w needs 3 columns, but it is 2×2"
    ),
    (AnyModule(RowMaximum(), Shape(2, 0)), "rowMax: a is 2×0, so its rows have no maximum"),
    (
      AnyModule(Reshape(to: Shape(4, 2)), Shape(2, 3)),
      "reshape: a is 2×3, which does not fill 4×2"
    ),
    (
      AnyModule(Reshape(to: Shape(-2, -3)), Shape(2, 3)),
      "reshape: a is 2×3, which does not fill -2×-3"
    ),
    (
      AnyModule(Submatrix(columns: 1..<4), Shape(5, 3)),
      "slice: a is 5×3, so it does not have columns 1..<4"
    ),
    (
      AnyModule(Submatrix(columns: -1..<2), Shape(5, 3)),
      "slice: a is 5×3, so it does not have columns -1..<2"
    ),
    (
      AnyModule(Submatrix(rows: 1..<4), Shape(3, 5)),
      "sliceRows: a is 3×5, so it does not have rows 1..<4"
    ),
    (
      AnyModule(Submatrix(rows: -1..<2), Shape(3, 5)),
      "sliceRows: a is 3×5, so it does not have rows -1..<2"
    ),
    (
      AnyModule(Expand(columns: 4), Shape(3, 2)),
      "expand: a is 3×2, so it cannot be repeated to 3×4"
    ),
    (
      AnyModule(Expand(columns: -1), Shape(3, 1)),
      "expand: a is 3×1, so it cannot be repeated to 3×-1"
    ),
    (
      AnyModule(Expand(rows: 4), Shape(2, 3)),
      "expandRows: a is 2×3, so it cannot be repeated to 4×3"
    ),
    (
      AnyModule(Expand(rows: -1), Shape(1, 3)),
      "expandRows: a is 1×3, so it cannot be repeated to -1×3"
    ),
    (
      AnyModule(Select(indices: [0, 1]), Shape(3, 2)),
      "select: a is 3×2, so it needs 3 indices, but has 2"
    ),
    (
      AnyModule(Select(indices: [0, 2, 1]), Shape(3, 2)),
      "select: a is 3×2, so row 1 does not have an element 2"
    ),
    (
      AnyModule(Select(indices: [0, 0, -1]), Shape(3, 2)),
      "select: a is 3×2, so row 2 does not have an element -1"
    ),
    (
      AnyModule(MatrixProduct(), Shape(2, 3), Shape(2, 3)),
      "matmul: a is 2×3, so w needs 3 rows, but it is 2×3"
    ),
    (
      AnyModule(BatchedMatrixProduct(batches: 2), Shape(3, 2), Shape(4, 2)),
      "batchedMatmul: a is 3×2, which is not 2 matrices of equal shape"
    ),
    (
      AnyModule(BatchedMatrixProduct(batches: 0), Shape(3, 2), Shape(4, 2)),
      "batchedMatmul: a is 3×2, which is not 0 matrices of equal shape"
    ),
    (
      AnyModule(BatchedMatrixProduct(batches: 2), Shape(4, 3), Shape(3, 2)),
      "batchedMatmul: a is 4×3, so w needs 6 rows, but it is 3×2"
    ),
    (
      AnyModule(Linear(), Shape(1, 3), Shape(3, 2)),
      "Linear: a is 1×3, so W needs 4 rows, but it is 3×2"
    ),
    (
      AnyModule(Linear(), Shape(2, 3), Shape(2, 4)),
      "Linear: a is 2×3, so W needs 4 rows, but it is 2×4"
    ),
    (
      AnyModule(Linear(), Shape(2, 3), Shape(5, 4)),
      "Linear: a is 2×3, so W needs 4 rows, but it is 5×4"
    ),
    (
      AnyModule(DotProductLinear(), Shape(1, 3), Shape(2, 3)),
      "Linear: a is 1×3, so W needs 4 columns, but it is 2×3"
    ),
    (
      AnyModule(CrossEntropy(), Shape(1, 10), Shape(1, 9)),
      "CrossEntropy: y is 1×10, but ŷ is 1×9"
    ),
    (
      AnyModule(SoftmaxCrossEntropy(), Shape(2, 10), Shape(1, 10)),
      "SoftmaxCrossEntropy: y is 2×10, but b is 1×10"
    ),
  ]

  @Test(arguments: refusals.indices) func refusesOtherShapes(index: Int) {
    let (tried, message) = Self.refusals[index]
    let error = #expect(throws: ShapeError.self) { try tried.module.shape(tried.shapes) }
    #expect(error?.description == message)
  }
}
