import Layers
import Operations
import TestSupport
import Testing

/// Every module against PyTorch: outputs, and gradients by automatic differentiation.
@Suite(.firstIssues) struct ReferenceTests {
  static let layers: [any Module] = [
    Sigmoid(), Softmax(), Linear(), CrossEntropy(), SoftmaxCrossEntropy(),
  ]
  static let operations: [any Module] = [
    Identity(), Square(), Half(), Exp(), Log(), Tanh(), ReLU(), LogSoftmax(), Normalize(), Sum(),
    Mean(), RowSums(), RowMaximum(), SquaredNorm(), FrobeniusNorm(), Transpose(), Add(), Subtract(),
    Multiply(), Divide(), AddRow(), Concatenate.columns, Concatenate.rows,
  ]

  /// The operations that are made with parameters, from those recorded.
  static let parameterized: [String: @Sendable ([Double]) -> any UnaryModule] = [
    "scale": { Scale(by: $0[0]) },
    "reshape": { Reshape(to: Shape(Int($0[0]), Int($0[1]))) },
    "slice": { Submatrix(columns: Int($0[0])..<Int($0[1])) },
    "sliceRows": { Submatrix(rows: Int($0[0])..<Int($0[1])) },
    "expand": { Expand(columns: Int($0[0])) },
    "expandRows": { Expand(rows: Int($0[0])) },
    "select": { Select(indices: $0.map { Int($0) }) },
  ]

  @Test(arguments: layers) func layersAgree(module: any Module) throws {
    let cases = try Fixture.cases("layers/layers.txt", module.name)
    #expect(cases.count == 5)
    for recorded in cases { try expect(module, recorded) }
  }

  @Test(arguments: operations) func operationsAgree(module: any Module) throws {
    let cases = try Fixture.cases("layers/operations.txt", module.name)
    #expect(cases.count >= 6)
    for recorded in cases { try expect(module, recorded) }
  }

  @Test(arguments: parameterized.keys.sorted())
  func operationsWithParametersAgree(name: String) throws {
    let make = try #require(Self.parameterized[name])
    let cases = try Fixture.cases("layers/operations.txt", name)
    #expect(cases.count >= 6)
    for recorded in cases {
      let module = make(try recorded("parameters").values)
      #expect(module.name == name)
      try expect(module, recorded)
    }
  }

  @Test(arguments: [1, 2, 3]) func matrixProductsAgree(batches: Int) throws {
    let module: any Module =
      batches == 1 ? MatrixProduct() : BatchedMatrixProduct(batches: batches)
    let name = batches == 1 ? module.name : "\(module.name)\(batches)"
    let cases = try Fixture.cases("layers/matrix-products.txt", name)
    #expect(cases.count == 6)
    for recorded in cases { try expect(module, recorded) }
  }

  private func expect(_ module: any Module, _ recorded: Fixture) throws {
    let operands = try module.operandNames.map { try recorded($0) }
    let b = try module.forward(operands)
    #expect(b.isClose(to: try recorded("b"), 1e-13))
    let gradients = try module.backward(operands, b, try recorded("gb"))
    for (name, gradient) in zip(module.operandNames, gradients) {
      #expect(gradient.isClose(to: try recorded("g" + name), 1e-13))
    }
  }
}
