import Layers
import TestSupport
import Testing

/// A copy of a matrix is a value of its own, whichever of the two is changed and however.
@Suite(.firstIssues) struct CopyOnWriteTests {
  struct Change: CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (inout Matrix) -> Void

    init(_ name: String, _ apply: @escaping @Sendable (inout Matrix) -> Void) {
      testDescription = name
      self.apply = apply
    }
  }

  static let changes = [
    Change("subscript") { $0[1, 8] = -1 },
    Change("compound assignment") { $0[1, 8] += 1 },
    Change("fill") { $0.fill(-1) },
    Change("add") { $0.add($0) },
    Change("copyRow") { $0.copyRow(1, of: $0, to: 0) },
    Change("mutableRow") {
      var row = $0.mutableRow(1)
      row[8] = -1
    },
    Change("forward") { Sigmoid().forward($0, into: &$0) },
    Change("accumulate") {
      Linear().accumulate(1, Matrix(row: [2]), Matrix(row: $0[row: 0]), adding: &$0)
    },
  ]

  @Test(arguments: changes) func copiesAreIndependent(change: Change) {
    let values = (0..<18).map { Double($0) / 8 + 1 }
    var original = Matrix(rows: 2, columns: 9, values)
    let copy = original
    change.apply(&original)
    #expect(copy.values == values)
    #expect(original != copy)

    var second = copy
    change.apply(&second)
    #expect(second == original)
    #expect(copy.values == values)
  }
}
