import Foundation
import Layers
import Testing

/// A module of one or two operands, with the shapes of the operands it is tried on.
struct AnyModule: CustomTestStringConvertible {
  typealias Gradient = @Sendable (_ operands: [Matrix], Matrix, Matrix, inout Matrix) -> Void

  let testDescription: String
  let shapes: [Shape]
  let shape: @Sendable () throws -> Shape
  let forward: @Sendable (_ operands: [Matrix], _ b: inout Matrix) -> Void
  /// For each operand what adds to its gradient.
  let backward: [Gradient]

  init(_ module: any UnaryModule, _ a: Shape) {
    testDescription = "\(module.name) of \(a)"
    shapes = [a]
    shape = { try module.shape(a) }
    forward = { module.forward($0[0], into: &$1) }
    backward = [{ module.backward($0[0], $1, $2, adding: &$3) }]
  }

  init(_ module: any BinaryModule, _ a: Shape, _ w: Shape) {
    testDescription = "\(module.name) of \(a) and \(w)"
    shapes = [a, w]
    shape = { try module.shape(a, w) }
    forward = { module.forward($0[0], $0[1], into: &$1) }
    backward = [
      { module.backward($0[0], $0[1], $1, $2, addingA: &$3) },
      { module.backward($0[0], $0[1], $1, $2, addingW: &$3) },
    ]
  }

  /// The output.
  func b(_ operands: [Matrix]) throws -> Matrix {
    var b = Matrix(try shape())
    forward(operands, &b)
    return b
  }

  /// The gradients of the operands.
  func gradients(_ operands: [Matrix], _ b: Matrix, _ gB: Matrix) -> [Matrix] {
    zip(operands, backward).map { operand, add in
      var gradient = Matrix(operand.shape)
      add(operands, b, gB, &gradient)
      return gradient
    }
  }

  /// Positive numbers, so that logarithms and quotients are finite.
  func operands() -> [Matrix] {
    shapes.enumerated().map { index, shape in
      let numbers = pseudorandom(shape.rows, shape.columns).values
      return Matrix(
        rows: shape.rows, columns: shape.columns, numbers.map { abs($0) + 0.25 + Double(index) })
    }
  }
}

extension AnyModule {
  /// Every module on a matrix of a shape, or on two matrices of which it is the larger.
  static func all(_ shape: Shape) -> [AnyModule] {
    let (n, k) = (shape.rows, shape.columns)
    let elementwise: [any UnaryModule] = [
      Identity(), Square(), Half(), Scale(by: -3), Exp(), Log(), Tanh(), ReLU(), Sigmoid(), Cosh(),
    ]
    let rowwise: [any UnaryModule] = [
      Softmax(), LogSoftmax(), Normalize(), RowSums(), RowMaximum(),
      Select(indices: (0..<n).map { $0 % max(k, 1) }),
    ]
    let others: [any UnaryModule] = [
      Sum(), Mean(), SquaredNorm(), FrobeniusNorm(), Transpose(), Reshape(to: Shape(1, n * k)),
      Reshape(to: Shape(k, n)), SliceColumns(k / 3..<k), SliceRows(n / 3..<n),
    ]
    let pairs: [any BinaryModule] = [
      Add(), Subtract(), Multiply(), Divide(), ConcatenateColumns(), ConcatenateRows(),
      CrossEntropy(), SoftmaxCrossEntropy(),
    ]
    return (elementwise + rowwise + others).map { AnyModule($0, shape) }
      + pairs.map { AnyModule($0, shape, shape) } + mixed(n, k)
  }

  /// Those of operands of different shapes.
  private static func mixed(_ n: Int, _ k: Int) -> [AnyModule] {
    let (shape, gates) = (Shape(n, k), Shape(n, 4 * k))
    return [
      AnyModule(ExpandColumns(to: k), Shape(n, 1)),
      AnyModule(ExpandRows(to: n), Shape(1, k)),
      AnyModule(AddRow(), shape, Shape(1, k)),
      AnyModule(ConcatenateColumns(), shape, Shape(n, 3)),
      AnyModule(ConcatenateRows(), shape, Shape(2, k)),
      AnyModule(Linear(), shape, Shape(k + 1, 4)),
      AnyModule(Linear(), Shape(n, 2), Shape(3, k)),
      AnyModule(DotProductLinear(), shape, Shape(5, k + 1)),
      AnyModule(MatrixVectorProduct(), shape, Shape(5, k)),
      AnyModule(MatrixProduct(), shape, Shape(k, 17)),
      AnyModule(BatchedMatrixProduct(batches: 3), Shape(3 * n, k), Shape(3 * k, 5)),
      AnyModule(LSTMGates(), gates, gates),
      AnyModule(LSTMCell(), gates, shape),
      AnyModule(LSTMOutput(), gates, shape),
    ]
  }
}

/// An element-wise module as one is written outside the package: `b = (eᵃ + e⁻ᵃ) / 2`, and 1 for the
/// zeros of the padding.
struct Cosh: ElementwiseModule {
  func value(_ a: Double) -> Double { cosh(a) }
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB * sinh(a) }
}
