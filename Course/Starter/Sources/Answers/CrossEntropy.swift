import Foundation
import Layers

/// The loss of each example: `J = −Σₖ y[k] log ŷ[k]`.
///
/// - `y`: N×K, the target: a 1 in the column of the right class, else 0
/// - `ŷ`: N×K, the probabilities that a softmax gives
/// - `J`: N×1
public struct CrossEntropy: BinaryModule {
  public init() {}

  public var operandNames: [String] { ["y", "ŷ"] }

  /// N×1. Given, as all shapes are.
  public func shape(_ y: Shape, _ ŷ: Shape) throws(ShapeError) -> Shape {
    guard y == ŷ else { throw ShapeError(name, "y is \(y), but ŷ is \(ŷ)") }
    return Shape(y.rows, 1)
  }

  /// `J[n] = −Σₖ y[n,k] log ŷ[n,k]`. A class with y = 0 counts nothing, even if its ŷ is 0.
  public func forward(_ y: Matrix, _ ŷ: Matrix, into J: inout Matrix) {
    // answer: 0 · log 0 is not a number, so such a class is left out
    for n in 0..<y.rows {
      J[n, 0] = 0
      for k in 0..<y.columns where y[n, k] != 0 { J[n, 0] -= y[n, k] * log(ŷ[n, k]) }
    }
    // end
  }

  /// `gY[n,k] += −log ŷ[n,k] · gJ[n]`: nobody learns a target, but the loss depends on it.
  public func backward(
    _ y: Matrix, _ ŷ: Matrix, _ J: Matrix, _ gJ: Matrix, addingA gY: inout Matrix
  ) {
    // answer: J is linear in y
    for n in 0..<y.rows {
      for k in 0..<y.columns { gY[n, k] -= log(ŷ[n, k]) * gJ[n, 0] }
    }
    // end
  }

  /// `gŷ[n,k] += −y[n,k] / ŷ[n,k] · gJ[n]`. It must stay finite: take a ŷ of 0 as the smallest number
  /// that is not, `Double.leastNormalMagnitude`.
  public func backward(
    _ y: Matrix, _ ŷ: Matrix, _ J: Matrix, _ gJ: Matrix, addingW gŶ: inout Matrix
  ) {
    // answer: a class with y = 0 has the gradient 0
    for n in 0..<y.rows {
      for k in 0..<y.columns where y[n, k] != 0 {
        gŶ[n, k] -= y[n, k] / max(ŷ[n, k], .leastNormalMagnitude) * gJ[n, 0]
      }
    }
    // end
  }
}
