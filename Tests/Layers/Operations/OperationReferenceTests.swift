import Layers
import TestSupport
import Testing

/// Every operation against PyTorch: outputs, and gradients by automatic differentiation.
struct OperationReferenceTests {
  static let unary: [any UnaryModule] = [
    Identity(), Square(), Half(), Exp(), Log(), Tanh(), ReLU(), LogSoftmax(), Normalize(), Sum(),
    Mean(), RowSums(), RowMaximum(), SquaredNorm(), FrobeniusNorm(), Transpose(),
  ]
  static let binary: [any BinaryModule] = [
    Add(), Subtract(), Multiply(), Divide(), AddRow(), ConcatenateColumns(), ConcatenateRows(),
  ]
  static let tolerance = 1e-13

  /// The operations that are made with parameters, from those recorded.
  static let parameterized: [String: @Sendable ([Double]) -> any UnaryModule] = [
    "scale": { Scale(by: $0[0]) },
    "reshape": { Reshape(to: Shape(Int($0[0]), Int($0[1]))) },
    "slice": { SliceColumns(Int($0[0])..<Int($0[1])) },
    "sliceRows": { SliceRows(Int($0[0])..<Int($0[1])) },
    "expand": { ExpandColumns(to: Int($0[0])) },
    "expandRows": { ExpandRows(to: Int($0[0])) },
    "select": { Select(indices: $0.map { Int($0) }) },
  ]

  @Test(arguments: unary) func unaryOperations(module: any UnaryModule) throws {
    let cases = try Fixture.cases("layers/operations.txt", module.name)
    #expect(cases.count == 6)
    for recorded in cases { try expect(module, recorded) }
  }

  @Test(arguments: parameterized.keys.sorted()) func operationsWithParameters(name: String) throws {
    let make = try #require(Self.parameterized[name])
    let cases = try Fixture.cases("layers/operations.txt", name)
    #expect(cases.count >= 6)
    for recorded in cases {
      let module = make(try recorded("parameters").values)
      #expect(module.name == name)
      try expect(module, recorded)
    }
  }

  @Test(arguments: binary) func binaryOperations(module: any BinaryModule) throws {
    let cases = try Fixture.cases("layers/operations.txt", module.name)
    #expect(cases.count >= 6)
    for recorded in cases {
      let a = try recorded("a")
      let w = try recorded("w")
      let b = try module.forward(a, w)
      #expect(b.isClose(to: try recorded("b"), Self.tolerance))
      let (gA, gW) = try module.backward(a, w, b, try recorded("gb"))
      #expect(gA.isClose(to: try recorded("ga"), Self.tolerance))
      #expect(gW.isClose(to: try recorded("gw"), Self.tolerance))
    }
  }

  private func expect(_ module: any UnaryModule, _ recorded: Fixture) throws {
    let a = try recorded("a")
    let b = try module.forward(a)
    #expect(b.isClose(to: try recorded("b"), Self.tolerance))
    let gA = try module.backward(a, b, try recorded("gb"))
    #expect(gA.isClose(to: try recorded("ga"), Self.tolerance))
  }
}
