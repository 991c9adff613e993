import Foundation
import Layers
import Testing

/// An operation of one or two operands, with the shapes of the operands it is tried on.
struct AnyOperation: CustomTestStringConvertible {
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

  /// Positive numbers, so that logarithms and quotients are finite.
  func operands() -> [Matrix] {
    shapes.enumerated().map { index, shape in
      let numbers = pseudorandom(shape.rows, shape.columns).values
      return Matrix(
        rows: shape.rows, columns: shape.columns, numbers.map { abs($0) + 0.25 + Double(index) })
    }
  }
}

extension AnyOperation {
  /// Every operation on a matrix of a shape, or on two matrices of which it is the larger.
  static func all(_ shape: Shape) -> [AnyOperation] {
    let (n, k) = (shape.rows, shape.columns)
    let elementwise: [any UnaryModule] = [
      Identity(), Square(), Half(), Scale(by: -3), Exp(), Log(), Tanh(), ReLU(), Cosh(),
    ]
    let rowwise: [any UnaryModule] = [
      LogSoftmax(), Normalize(), RowSums(), RowMaximum(),
      Select(indices: (0..<n).map { $0 % max(k, 1) }),
    ]
    let others: [any UnaryModule] = [
      Sum(), Mean(), SquaredNorm(), FrobeniusNorm(), Transpose(), Reshape(to: Shape(1, n * k)),
      Reshape(to: Shape(k, n)), SliceColumns(k / 3..<k), SliceRows(n / 3..<n),
    ]
    let pairs: [any BinaryModule] = [
      Add(), Subtract(), Multiply(), Divide(), ConcatenateColumns(), ConcatenateRows(),
    ]
    return (elementwise + rowwise + others).map { AnyOperation($0, shape) }
      + pairs.map { AnyOperation($0, shape, shape) } + [
        AnyOperation(ExpandColumns(to: k), Shape(n, 1)),
        AnyOperation(ExpandRows(to: n), Shape(1, k)),
        AnyOperation(AddRow(), shape, Shape(1, k)),
        AnyOperation(ConcatenateColumns(), shape, Shape(n, 3)),
        AnyOperation(ConcatenateRows(), shape, Shape(2, k)),
      ]
  }
}

/// An element-wise module as one is written outside the package: `b = (eᵃ + e⁻ᵃ) / 2`, and 1 for the
/// zeros of the padding.
struct Cosh: ElementwiseModule {
  func value(_ a: Double) -> Double { cosh(a) }
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB * sinh(a) }
}
