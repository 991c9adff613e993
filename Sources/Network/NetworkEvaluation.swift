import Layers
import Learning

extension Network {
  /// The mean cross-entropy over `examples`: `1/N Σ −yᵀ log ŷ`.
  /// - Throws: `NotFiniteError` at the first example whose ŷ is not a number; `ShapeError` when the
  ///   images do not have M pixels or there are not K classes.
  public func meanCrossEntropy(_ examples: DataSet) throws -> Double {
    try expectToFit(examples)
    return try EvaluationPass(self).meanCrossEntropy(examples)
  }

  /// ŷ for each row of `x`, N×K.
  /// - Throws: as ``meanCrossEntropy(_:)``.
  public func probabilities(_ x: Matrix) throws -> Matrix {
    guard x.columns == inputs else {
      throw ShapeError("Network", "images of \(x.columns) pixels, expected \(inputs)")
    }
    return try evaluate(x, nil).ŷ
  }

  /// The predicted label of each row of `x`: argmax ŷ, the lowest on ties.
  /// - Throws: as ``meanCrossEntropy(_:)``.
  public func predict(_ x: Matrix) throws -> [Int] { try probabilities(x).argmaxOfRows }

  /// The mean cross-entropy, probabilities, labels and confusions on `examples`.
  /// - Throws: as ``meanCrossEntropy(_:)``.
  public func evaluate(_ examples: DataSet) throws -> Evaluation {
    try expectToFit(examples)
    let (ŷ, sum) = try evaluate(examples.x, examples.y)
    return Evaluation(
      loss: sum / Double(examples.count), probabilities: ŷ, truth: examples.labels)
  }

  private func evaluate(_ x: Matrix, _ y: Matrix?) throws -> (ŷ: Matrix, sumOfLosses: Double) {
    var probabilities = Matrix(rows: x.rows, columns: classes)
    var sum = 0.0
    try EvaluationPass(self).forEachBatch(x, y) { rows, ŷ, losses in
      for (n, row) in rows.enumerated() {
        probabilities.setRow(row, to: n, of: ŷ)
        sum += losses[n, 0]
      }
    }
    return (probabilities, sum)
  }

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
