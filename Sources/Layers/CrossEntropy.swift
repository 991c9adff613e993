/// The cross-entropy of each row: `J = −Σₖ y[k] log ŷ[k]`.
///
/// `y`: N×K, the target, one-hot or any distribution; `ŷ`: N×K, probabilities; `J`: N×1.
///
/// Where `y[k]` is 0 the term is 0 whatever ŷ[k] is. A ŷ[k] of 0 where `y[k]` is not makes J
/// infinite, and the gradient −y/ŷ is taken at the smallest normal number, so that it stays finite
/// and a softmax under it gives no NaN. After a softmax use ``SoftmaxCrossEntropy``: the list does.
///
/// Gradients: `gŷ[k] = −y[k]/ŷ[k] · gJ`, `gY[k] = −log ŷ[k] · gJ`.
public struct CrossEntropy: BinaryModule {
  /// Takes any number of examples and classes.
  public init() {}

  /// N×1 for `y` and `ŷ` of the same shape N×K.
  /// - Throws: `ShapeError` when the shapes differ.
  public func shape(_ y: Shape, _ ŷ: Shape) throws(ShapeError) -> Shape {
    guard y == ŷ else { throw ShapeError(name, "y is \(y), but ŷ is \(ŷ)") }
    return Shape(y.rows, 1)
  }

  /// `J = −Σₖ y[k] log ŷ[k]`.
  public func forward(_ y: Matrix, _ ŷ: Matrix, into loss: inout Matrix) {
    for n in 0..<y.rows {
      let target = y.row(n)
      let prediction = ŷ.row(n)
      var sum = 0.0
      for k in target.indices where target[k] != 0 { sum -= target[k] * log(of: prediction[k]) }
      loss[n, 0] = sum
    }
  }

  /// `gY[k] += −log ŷ[k] · gJ`.
  public func backward(
    _ y: Matrix, _ ŷ: Matrix, _ loss: Matrix, _ gJ: Matrix, addingA gY: inout Matrix
  ) {
    for n in 0..<y.rows {
      let prediction = ŷ.row(n)
      var gradient = gY.mutableRow(n)
      for k in prediction.indices { gradient[k] -= log(of: prediction[k]) * gJ[n, 0] }
    }
  }

  /// `gŷ[k] += −y[k]/ŷ[k] · gJ`.
  public func backward(
    _ y: Matrix, _ ŷ: Matrix, _ loss: Matrix, _ gJ: Matrix, addingW gŶ: inout Matrix
  ) {
    for n in 0..<y.rows {
      let target = y.row(n)
      let prediction = ŷ.row(n)
      var gradient = gŶ.mutableRow(n)
      for k in target.indices where target[k] != 0 {
        gradient[k] -= target[k] / max(prediction[k], .leastNormalMagnitude) * gJ[n, 0]
      }
    }
  }
}
