import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct ElementwiseTests {
  @Test func reluIsFlatInZero() throws {
    let a = Matrix(row: [-1, -0.0, 0, 1e-300, 2, -.infinity, .infinity])
    let b = try ReLU().forward(a)
    #expect(b.values == [0, 0, 0, 1e-300, 2, 0, .infinity])
    let gB = Matrix(row: [3, 3, 3, 3, 3, 3, 3])
    #expect(try ReLU().backward(a, b, gB).values == [0, 0, 0, 3, 3, 0, 3])
  }

  @Test(arguments: [ReLU(), Exp(), Log(), Tanh(), Square()] as [any UnaryModule])
  func passesNaNOn(module: any UnaryModule) throws {
    let b = try module.forward(Matrix(row: [.nan, 0.5]))
    #expect(b[0, 0].isNaN && b[0, 1].isFinite)
  }

  /// An infinite element is no reason for another to be.
  @Test func quotientsAndLogarithmsOfZero() throws {
    let a = Matrix(row: [1, 0, -1, 4])
    let w = Matrix(row: [0, 0, 0, 2])
    let b = try Divide().forward(a, w)
    #expect(b[0, 0] == .infinity && b[0, 1].isNaN && b[0, 2] == -.infinity && b[0, 3] == 2)
    let logarithms = try Log().forward(a)
    #expect(logarithms[0, 0] == 0 && logarithms[0, 1] == -.infinity && logarithms[0, 2].isNaN)
    let operand = Matrix(row: [2, 0, 4])
    let gA = try Log().backward(operand, Log().forward(operand), Matrix(row: [1, 1, -2]))
    #expect(gA.values == [0.5, .infinity, -0.5])
  }

  @Test func limits() throws {
    let a = Matrix(row: [1e308, -1e308])
    let b = try Tanh().forward(a)
    #expect(b.values == [1, -1])
    #expect(try Tanh().backward(a, b, a).values == [0, 0])
    #expect(try Exp().forward(a).values == [.infinity, 0])
  }

  /// The list keeps outputs, so that nothing need be computed twice: whatever `a` is.
  @Test(
    arguments: [
      (Exp(), 1.5), (Tanh(), 2.25), (LogSoftmax(), 3 - 3 * 1.6487212707001282),
      (FrobeniusNorm(), 18),
    ] as [(any UnaryModule, Double)])
  func gradientsFromTheOutput(module: any UnaryModule, expected: Double) throws {
    let gA = try module.backward(Matrix(row: [3]), Matrix(row: [0.5]), Matrix(row: [3]))
    #expect(gA.isClose(to: [expected], 1e-15))
  }
}
