import TestSupport
import Testing

@testable import Layers

/// What `Module` promises, of every module on every width up to two vectors and one number.
@Suite(.firstIssues) struct ModuleContractTests {
  static let shapes = (1...17).map { Shape(3, $0) } + [Shape(1, 4)]

  @Test(arguments: shapes) func forwardOverwritesTheOutput(shape: Shape) throws {
    for tried in AnyModule.all(shape) {
      let operands = tried.operands()
      let b = try tried.module.forward(operands)
      #expect(b.isFinite && b.hasZeroPadding, "\(tried.testDescription)")
      var again = Matrix(b.shape)
      again.fill(.nan)
      Operands.lend(operands) { tried.module.forward($0, into: &again) }
      #expect(again == b && again.hasZeroPadding, "\(tried.testDescription)")
    }
  }

  @Test(arguments: shapes) func backwardAddsToTheGradient(shape: Shape) throws {
    for tried in AnyModule.all(shape) {
      let operands = tried.operands()
      let b = try tried.module.forward(operands)
      let gB = pseudorandom(b.rows, b.columns)
      for (k, gradient) in try tried.module.backward(operands, b, gB).enumerated() {
        #expect(gradient.hasZeroPadding, "\(tried.testDescription)")
        // The softmax of a single logit is 1 whatever the logit is.
        let isZero = gradient == Matrix(gradient.shape)
        #expect(!isZero || operands[k].columns == 1, "\(tried.testDescription)")
        var sum = operands[k]
        Operands.lend(operands) { tried.module.backward($0, b, gB, adding: &sum, of: k) }
        let expected = zip(operands[k].values, gradient.values).map { $0 + $1 }
        #expect(sum.isClose(to: expected, 1e-14), "\(tried.testDescription)")
        #expect(sum.hasZeroPadding, "\(tried.testDescription)")
      }
    }
  }

  /// An output or a gradient may share its memory with an operand until it is written.
  @Test(arguments: shapes) func operandsStayAsTheyAre(shape: Shape) throws {
    for tried in AnyModule.all(shape) {
      let operands = tried.operands()
      let values = operands.map(\.values)
      let shape = try tried.module.shape(tried.shapes)
      for shared in operands where shared.shape == shape {
        var b = shared
        Operands.lend(operands) { tried.module.forward($0, into: &b) }
        for k in operands.indices where operands.allSatisfy({ $0.shape == shape }) {
          var gradient = shared
          Operands.lend(operands) {
            tried.module.backward($0, b, shared, adding: &gradient, of: k)
          }
        }
      }
      #expect(operands.map(\.values) == values, "\(tried.testDescription)")
    }
  }

  @Test(arguments: [Shape(0, 3), Shape(2, 0), Shape(0, 0)])
  func emptyMatricesGiveZeroGradients(shape: Shape) throws {
    for tried in AnyModule.all(shape) {
      let operands = tried.operands()
      guard let b = try? tried.module.forward(operands) else { continue }
      for gradient in try tried.module.backward(operands, b, Matrix(b.shape)) {
        #expect(gradient == Matrix(gradient.shape), "\(tried.testDescription)")
      }
    }
  }
}
