import Layers
import TestSupport
import Testing

/// Every layer against PyTorch: outputs, and gradients by automatic differentiation.
struct ReferenceTests {
  static let unary: [String: any UnaryModule] = ["Sigmoid": Sigmoid(), "Softmax": Softmax()]
  static let binary: [String: any BinaryModule] = [
    "Linear": Linear(), "CrossEntropy": CrossEntropy(),
    "SoftmaxCrossEntropy": SoftmaxCrossEntropy(),
  ]
  static let tolerance = 1e-13

  @Test(arguments: ["Sigmoid", "Softmax"]) func unaryLayers(name: String) throws {
    let module = try #require(Self.unary[name])
    let cases = try Fixture.cases("layers/layers.txt", name)
    #expect(cases.count == 5)
    for recorded in cases {
      let a = try recorded("a")
      let b = try module.forward(a)
      #expect(b.isClose(to: try recorded("b"), Self.tolerance))
      let gA = try module.backward(a, b, try recorded("gb"))
      #expect(gA.isClose(to: try recorded("ga"), Self.tolerance))
    }
  }

  @Test(arguments: ["Linear", "CrossEntropy", "SoftmaxCrossEntropy"])
  func binaryLayers(name: String) throws {
    let module = try #require(Self.binary[name])
    let cases = try Fixture.cases("layers/layers.txt", name)
    #expect(cases.count == 5)
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
}
