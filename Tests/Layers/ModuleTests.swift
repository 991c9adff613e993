import Layers
import TestSupport
import Testing

/// What `Module` promises of every layer.
@Suite(.firstIssues) struct ModuleTests {
  static let unary: [any UnaryModule] = [Sigmoid(), Softmax()]
  static let binary: [any BinaryModule] = [Linear(), CrossEntropy(), SoftmaxCrossEntropy()]

  @Test func namesAreTheTypes() {
    #expect(Self.unary.map(\.name) == ["Sigmoid", "Softmax"])
    #expect(Self.binary.map(\.name) == ["Linear", "CrossEntropy", "SoftmaxCrossEntropy"])
  }

  /// A batch gives what its rows give one by one, bit by bit.
  @Test(arguments: unary.indices) func rowsDoNotMeet(index: Int) throws {
    let module = Self.unary[index]
    let a = pseudorandom(4, 9)
    let b = try module.forward(a)
    let gA = try module.backward(a, b, a)
    for i in 0..<4 {
      let row = Matrix(row: a[row: i])
      let output = try module.forward(row)
      #expect(output.values == b[row: i])
      #expect(try module.backward(row, output, row).values == gA[row: i])
    }
  }
}
