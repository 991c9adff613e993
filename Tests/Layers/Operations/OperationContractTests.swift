import TestSupport
import Testing

@testable import Layers

/// What `Module` promises, of every operation on every width up to two vectors and one number.
struct OperationContractTests {
  static let operations =
    (1...17).flatMap { AnyOperation.all(Shape(3, $0)) } + AnyOperation.all(Shape(1, 4))

  @Test(arguments: operations) func forwardOverwritesTheOutput(operation: AnyOperation) throws {
    let operands = operation.operands()
    var b = Matrix(try operation.shape())
    operation.forward(operands, &b)
    #expect(b.isFinite)
    #expect(b.padding.allSatisfy { $0 == 0 })
    var again = Matrix(b.shape)
    again.fill(.nan)
    operation.forward(operands, &again)
    #expect(again == b)
  }

  @Test(arguments: operations) func backwardAddsToTheGradient(operation: AnyOperation) throws {
    let operands = operation.operands()
    var b = Matrix(try operation.shape())
    operation.forward(operands, &b)
    let gB = pseudorandom(b.rows, b.columns)
    for (operand, add) in zip(operands, operation.backward) {
      var gradient = Matrix(operand.shape)
      add(operands, b, gB, &gradient)
      #expect(gradient.padding.allSatisfy { $0 == 0 })
      var sum = operand
      add(operands, b, gB, &sum)
      let expected = zip(operand.values, gradient.values).map { $0 + $1 }
      #expect(sum.isClose(to: expected, 1e-14))
      #expect(sum.padding.allSatisfy { $0 == 0 })
    }
  }

  /// An output or a gradient may share its memory with an operand until it is written.
  @Test(arguments: operations) func operandsStayAsTheyAre(operation: AnyOperation) throws {
    let operands = operation.operands()
    let values = operands.map(\.values)
    let shape = try operation.shape()
    for shared in operands where shared.shape == shape {
      var b = shared
      operation.forward(operands, &b)
      for add in operation.backward where operands.allSatisfy({ $0.shape == shape }) {
        var gradient = shared
        add(operands, b, shared, &gradient)
      }
    }
    #expect(operands.map(\.values) == values)
  }

  @Test(arguments: [Shape(0, 3), Shape(2, 0), Shape(0, 0)])
  func emptyMatricesGiveZeroGradients(shape: Shape) throws {
    for operation in AnyOperation.all(shape) {
      guard let shape = try? operation.shape() else { continue }
      var b = Matrix(shape)
      operation.forward(operation.operands(), &b)
      for (operand, add) in zip(operation.operands(), operation.backward) {
        var gradient = Matrix(operand.shape)
        add(operation.operands(), b, Matrix(shape), &gradient)
        #expect(gradient == Matrix(operand.shape), "\(operation.testDescription)")
      }
    }
  }
}

extension Matrix {
  /// What lies beyond the last column, which sums take for zero.
  fileprivate var padding: [Double] {
    (0..<rows).flatMap { i in
      let vectors = vectors(ofRow: i)
      return (columns..<vectors.count * Vector.scalarCount).map {
        vectors[$0 / Vector.scalarCount][$0 % Vector.scalarCount]
      }
    }
  }
}
