import TestSupport
import Testing

@testable import Layers

/// What `Module` promises, of every module on every width up to two vectors and one number.
struct ModuleContractTests {
  static let modules =
    (1...17).flatMap { AnyModule.all(Shape(3, $0)) } + AnyModule.all(Shape(1, 4))

  @Test(arguments: modules) func forwardOverwritesTheOutput(module: AnyModule) throws {
    let operands = module.operands()
    let b = try module.b(operands)
    #expect(b.isFinite)
    #expect(b.hasZeroPadding)
    var again = Matrix(b.shape)
    again.fill(.nan)
    module.forward(operands, &again)
    #expect(again == b && again.hasZeroPadding)
  }

  @Test(arguments: modules) func backwardAddsToTheGradient(module: AnyModule) throws {
    let operands = module.operands()
    let b = try module.b(operands)
    let gB = pseudorandom(b.rows, b.columns)
    let gradients = module.gradients(operands, b, gB)
    for (k, gradient) in gradients.enumerated() {
      #expect(gradient.hasZeroPadding)
      // The softmax of a single logit is 1 whatever the logit is.
      #expect(gradient != Matrix(gradient.shape) || operands[k].columns == 1)
      var sum = operands[k]
      module.backward[k](operands, b, gB, &sum)
      let expected = zip(operands[k].values, gradient.values).map { $0 + $1 }
      #expect(sum.isClose(to: expected, 1e-14))
      #expect(sum.hasZeroPadding)
    }
  }

  /// An output or a gradient may share its memory with an operand until it is written.
  @Test(arguments: modules) func operandsStayAsTheyAre(module: AnyModule) throws {
    let operands = module.operands()
    let values = operands.map(\.values)
    let shape = try module.shape()
    for shared in operands where shared.shape == shape {
      var b = shared
      module.forward(operands, &b)
      for add in module.backward where operands.allSatisfy({ $0.shape == shape }) {
        var gradient = shared
        add(operands, b, shared, &gradient)
      }
    }
    #expect(operands.map(\.values) == values)
  }

  @Test(arguments: [Shape(0, 3), Shape(2, 0), Shape(0, 0)])
  func emptyMatricesGiveZeroGradients(shape: Shape) throws {
    for module in AnyModule.all(shape) {
      guard let shape = try? module.shape() else { continue }
      let operands = module.operands()
      let b = try module.b(operands)
      for gradient in module.gradients(operands, b, Matrix(shape)) {
        #expect(gradient == Matrix(gradient.shape), "\(module.testDescription)")
      }
    }
  }
}
