import Layers

/// What a network makes of a data set.
public struct Evaluation: Sendable, Equatable {
  /// The mean cross-entropy over all examples.
  public let crossEntropy: Double
  /// The predicted labels, in order.
  public let labels: [Int]
  /// The share of wrong labels.
  public let errorRate: Double
  /// `confusion[t][p]`: how many examples of class t were predicted as p.
  public let confusion: [[Int]]
}

extension Network {
  /// The mean cross-entropy over `examples`: `1/N Σ −yᵀ log ŷ`.
  /// - Throws: `NumericError` at the first example whose ŷ is not a number; `ShapeError` when the
  ///   images do not have M pixels.
  public func meanCrossEntropy(_ examples: Examples) throws -> Double {
    var sum = 0.0
    try forEach(examples) { _, loss in sum += loss }
    return sum / Double(examples.count)
  }

  /// The predicted label of each example: argmax ŷ, the lowest on ties.
  /// - Throws: as ``meanCrossEntropy(_:)``.
  public func predict(_ examples: Examples) throws -> [Int] {
    var labels: [Int] = []
    try forEach(examples) { ŷ, _ in labels.append(ŷ.argmax(ofRow: 0)) }
    return labels
  }

  /// ŷ for each row of `x`, N×K.
  /// - Throws: as ``meanCrossEntropy(_:)``.
  public func probabilities(_ x: Matrix) throws -> Matrix {
    let examples = try Examples(
      x: x, labels: Array(repeating: 0, count: x.rows), classes: classes)
    var result = Matrix(rows: x.rows, columns: classes)
    var n = 0
    try forEach(examples) { ŷ, _ in
      result.copyRow(0, of: ŷ, to: n)
      n += 1
    }
    return result
  }

  /// Loss, labels, error rate and confusion matrix on `examples`.
  /// - Throws: as ``meanCrossEntropy(_:)``.
  public func evaluate(_ examples: Examples) throws -> Evaluation {
    var sum = 0.0
    var labels: [Int] = []
    var confusion = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    try forEach(examples) { ŷ, loss in
      let label = ŷ.argmax(ofRow: 0)
      confusion[examples.labels[labels.count]][label] += 1
      labels.append(label)
      sum += loss
    }
    return Evaluation(
      crossEntropy: sum / Double(examples.count), labels: labels,
      errorRate: Network.errorRate(labels, examples.labels), confusion: confusion)
  }

  /// The share of `labels` that differ from the `truth`.
  public static func errorRate(_ labels: [Int], _ truth: [Int]) -> Double {
    Double(zip(labels, truth).count { $0 != $1 }) / Double(truth.count)
  }

  /// Hands over ŷ and the loss of each example.
  ///
  /// Many examples at a time, since a single one leaves the processor waiting for each layer's
  /// result. An example's numbers are the same, bit for bit, in any company. Layers from elsewhere,
  /// a student's, get one example at a time, as in training.
  private func forEach(_ examples: Examples, _ body: (Matrix, Double) -> Void) throws {
    try check(examples)
    let size = hasOwnModules ? 64 : 1
    let whole = examples.count / size * size
    if whole > 0 {
      let network = try copy(batch: size)
      for start in stride(from: 0, to: whole, by: size) {
        try network.forEach(examples, from: start, count: size, body)
      }
    }
    let rest = examples.count - whole
    if rest > 0 { try copy(batch: rest).forEach(examples, from: whole, count: rest, body) }
  }

  private func forEach(
    _ examples: Examples, from start: Int, count: Int, _ body: (Matrix, Double) -> Void
  ) throws {
    load(examples, start)
    try list.forward(to: loss)
    let (predictions, losses) = (list.value(of: ŷ), list.value(of: loss))
    for n in 0..<count {
      let ŷ = Matrix(rows: n..<n + 1, of: predictions)
      guard ŷ.isFinite else { throw NumericError(quantity: "ŷ", example: start + n + 1) }
      body(ŷ, losses[n, 0])
    }
  }

  /// - Throws: `ShapeError` when the examples do not fit the network.
  func check(_ examples: Examples) throws(ShapeError) {
    guard examples.x.columns == inputs, examples.y.columns == classes else {
      throw ShapeError(
        "Network",
        "images of \(examples.x.columns) pixels in \(examples.y.columns) classes, "
          + "expected \(inputs) pixels in \(classes) classes")
    }
  }
}
