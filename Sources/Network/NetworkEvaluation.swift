import Layers
import Learning

extension Network {
  /// The mean cross-entropy `1/N Σ −yᵀ log ŷ`, probabilities, labels and confusions on `examples`.
  /// - Throws: `NotFiniteError` at the first example whose ŷ is not a number; `ShapeError` when the
  ///   images do not have M pixels or there are not K classes.
  public func evaluate(_ examples: DataSet) throws -> Evaluation {
    try expectToFit(examples)
    return try EvaluationPass(self).evaluate(examples)
  }

  /// ŷ for each row of `x`, N×K.
  /// - Throws: `NotFiniteError` at the first row whose ŷ is not a number; `ShapeError` when the rows
  ///   do not have M pixels.
  public func probabilities(_ x: Matrix) throws -> Matrix {
    guard x.columns == inputs else {
      throw ShapeError("Network", "images of \(x.columns) pixels, expected \(inputs)")
    }
    return try EvaluationPass(self).outputs(x).ŷ
  }

  /// The predicted label of each row of `x`: argmax ŷ, the lowest on ties.
  /// - Throws: as ``probabilities(_:)``.
  public func predict(_ x: Matrix) throws -> [Int] { try probabilities(x).argmaxOfRows }

  /// - Throws: `ShapeError` when the examples do not fit the network.
  func expectToFit(_ examples: DataSet) throws(ShapeError) {
    guard examples.x.columns == inputs, examples.y.columns == classes else {
      throw ShapeError(
        "Network",
        "images of \(examples.x.columns) pixels in \(examples.y.columns) classes, "
          + "expected \(inputs) pixels in \(classes) classes")
    }
  }
}
