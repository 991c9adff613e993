import Layers
import TestSupport
import Testing

/// What `Module` promises of every layer.
struct ModuleTests {
  static let unary: [any UnaryModule] = [Sigmoid(), Softmax()]
  static let binary: [any BinaryModule] = [Linear(), CrossEntropy(), SoftmaxCrossEntropy()]

  @Test func namesAreTheTypes() {
    #expect(Self.unary.map(\.name) == ["Sigmoid", "Softmax"])
    #expect(Self.binary.map(\.name) == ["Linear", "CrossEntropy", "SoftmaxCrossEntropy"])
  }

  @Test(arguments: unary.indices) func unaryModulesOverwriteOutputsAndAddGradients(
    index: Int
  ) throws {
    let module = Self.unary[index]
    let a = pseudorandom(3, 9)
    let gB = pseudorandom(3, 9)
    let b = try module.forward(a)
    var again = Matrix(b.shape)
    again.fill(.nan)
    module.forward(a, into: &again)
    #expect(again == b)
    var gradient = ones(a.shape)
    module.backward(a, b, gB, adding: &gradient)
    #expect(gradient.isClose(to: try module.backward(a, b, gB).values.map { $0 + 1 }, 1e-14))
    #expect(gradient != ones(a.shape))
  }

  @Test(arguments: binary.indices) func binaryModulesOverwriteOutputsAndAddGradients(
    index: Int
  ) throws {
    let module = Self.binary[index]
    let a = try Softmax().forward(pseudorandom(3, 9))
    let w =
      module is Linear ? pseudorandom(10, 4) : try Softmax().forward(pseudorandom(4, 9).lastRows(3))
    let b = try module.forward(a, w)
    var again = Matrix(b.shape)
    again.fill(.nan)
    module.forward(a, w, into: &again)
    #expect(again == b)
    let gB = pseudorandom(b.rows, b.columns)
    let (gA, gW) = try module.backward(a, w, b, gB)
    var gradients = (ones(a.shape), ones(w.shape))
    module.backward(a, w, b, gB, addingA: &gradients.0)
    module.backward(a, w, b, gB, addingW: &gradients.1)
    #expect(gradients.0.isClose(to: gA.values.map { $0 + 1 }, 1e-14))
    #expect(gradients.1.isClose(to: gW.values.map { $0 + 1 }, 1e-14))
    #expect(gradients.0 != ones(a.shape) && gradients.1 != ones(w.shape))
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

  private func ones(_ shape: Shape) -> Matrix {
    var matrix = Matrix(shape)
    matrix.fill(1)
    return matrix
  }
}

extension Matrix {
  fileprivate func lastRows(_ n: Int) -> Matrix {
    Matrix(rows: n, columns: columns, Array(values.suffix(n * columns)))
  }
}
