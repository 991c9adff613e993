import Foundation
import Layers
import Operations
import Testing

/// A module with the shapes of the operands it is tried on.
struct AnyModule: CustomTestStringConvertible {
  let module: any Module
  let shapes: [Shape]

  init(_ module: any Module, _ shapes: Shape...) {
    self.module = module
    self.shapes = shapes
  }

  var testDescription: String {
    "\(module.name) of \(shapes.map(\.description).joined(separator: " and "))"
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
      Reshape(to: Shape(k, n)), Submatrix(columns: k / 3..<k), Submatrix(rows: n / 3..<n),
      Submatrix(rows: n / 3..<n, columns: 0..<k / 2),
    ]
    let pairs: [any BinaryModule] = [
      Add(), Subtract(), Multiply(), Divide(), Concatenate.columns, Concatenate.rows,
      CrossEntropy(), SoftmaxCrossEntropy(),
    ]
    return (elementwise + rowwise + others).map { AnyModule($0, shape) }
      + pairs.map { AnyModule($0, shape, shape) } + mixed(n, k)
  }

  /// Those of operands of different shapes.
  private static func mixed(_ n: Int, _ k: Int) -> [AnyModule] {
    let (shape, gates) = (Shape(n, k), Shape(n, 4 * k))
    return [
      AnyModule(Expand(columns: k), Shape(n, 1)),
      AnyModule(Expand(rows: n), Shape(1, k)),
      AnyModule(Expand(rows: n, columns: k), Shape(1, 1)),
      AnyModule(AddRow(), shape, Shape(1, k)),
      AnyModule(Concatenate.columns, shape, Shape(n, 3)),
      AnyModule(Concatenate.rows, shape, Shape(2, k)),
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
