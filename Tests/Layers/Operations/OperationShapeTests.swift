import Layers
import Testing

/// An operation that cannot be applied says so, with both shapes or what else does not fit.
struct OperationShapeTests {
  static let refusals: [(AnyOperation, String)] = [
    (AnyOperation(Add(), Shape(2, 3), Shape(3, 2)), "add: a is 2×3, but w is 3×2"),
    (AnyOperation(Subtract(), Shape(2, 3), Shape(1, 3)), "sub: a is 2×3, but w is 1×3"),
    (AnyOperation(Multiply(), Shape(2, 3), Shape(2, 1)), "mul: a is 2×3, but w is 2×1"),
    (AnyOperation(Divide(), Shape(1, 1), Shape(1, 2)), "div: a is 1×1, but w is 1×2"),
    (
      AnyOperation(AddRow(), Shape(2, 3), Shape(2, 3)),
      "addRow: a is 2×3, so w must be 1×3, but it is 2×3"
    ),
    (
      AnyOperation(AddRow(), Shape(2, 3), Shape(1, 2)),
      "addRow: a is 2×3, so w must be 1×3, but it is 1×2"
    ),
    (
      AnyOperation(ConcatenateColumns(), Shape(2, 3), Shape(3, 3)),
      "concatenate: a is 2×3, so w needs 2 rows, but it is 3×3"
    ),
    (
      AnyOperation(ConcatenateRows(), Shape(2, 3), Shape(2, 2)),
      "concatenateRows: a is 2×3, so w needs 3 columns, but it is 2×2"
    ),
    (AnyOperation(RowMaximum(), Shape(2, 0)), "rowMax: a is 2×0, so its rows have no maximum"),
    (
      AnyOperation(Reshape(to: Shape(4, 2)), Shape(2, 3)),
      "reshape: a is 2×3, which does not fill 4×2"
    ),
    (
      AnyOperation(Reshape(to: Shape(-2, -3)), Shape(2, 3)),
      "reshape: a is 2×3, which does not fill -2×-3"
    ),
    (
      AnyOperation(SliceColumns(1..<4), Shape(5, 3)),
      "slice: a is 5×3, so it does not have columns 1..<4"
    ),
    (
      AnyOperation(SliceColumns(-1..<2), Shape(5, 3)),
      "slice: a is 5×3, so it does not have columns -1..<2"
    ),
    (
      AnyOperation(SliceRows(1..<4), Shape(3, 5)),
      "sliceRows: a is 3×5, so it does not have rows 1..<4"
    ),
    (
      AnyOperation(SliceRows(-1..<2), Shape(3, 5)),
      "sliceRows: a is 3×5, so it does not have rows -1..<2"
    ),
    (
      AnyOperation(ExpandColumns(to: 4), Shape(3, 2)),
      "expand: a is 3×2, so it cannot be repeated to 3×4"
    ),
    (
      AnyOperation(ExpandColumns(to: -1), Shape(3, 1)),
      "expand: a is 3×1, so it cannot be repeated to 3×-1"
    ),
    (
      AnyOperation(ExpandRows(to: 4), Shape(2, 3)),
      "expandRows: a is 2×3, so it cannot be repeated to 4×3"
    ),
    (
      AnyOperation(ExpandRows(to: -1), Shape(1, 3)),
      "expandRows: a is 1×3, so it cannot be repeated to -1×3"
    ),
    (
      AnyOperation(Select(indices: [0, 1]), Shape(3, 2)),
      "select: a is 3×2, so it needs 3 indices, but has 2"
    ),
    (
      AnyOperation(Select(indices: [0, 2, 1]), Shape(3, 2)),
      "select: a is 3×2, so row 1 does not have an element 2"
    ),
    (
      AnyOperation(Select(indices: [0, 0, -1]), Shape(3, 2)),
      "select: a is 3×2, so row 2 does not have an element -1"
    ),
  ]

  @Test(arguments: refusals.indices) func refusesOtherShapes(index: Int) {
    let (operation, message) = Self.refusals[index]
    let error = #expect(throws: ShapeError.self) { try operation.shape() }
    #expect(error?.description == message)
  }
}
