import Layers

/// What a network makes of a set of titles.
public struct Evaluation: Sendable {
  /// The mean cross-entropy.
  public let loss: Double
  /// The share of titles whose class is the likeliest, the first one on ties.
  public let accuracy: Double
  /// N×K: a row of probabilities per title, in the set's order.
  public let probabilities: Matrix
}

extension TitleNetwork {
  /// Evaluates the network on a set, a batch at a time.
  /// - Throws: `ShapeError` when the titles do not have M characters.
  public func evaluate(_ set: TitleSet) throws(ShapeError) -> Evaluation {
    let batches = Minibatches(
      set, order: Array(0..<set.count), size: batch, classes: architecture.classes)
    var probabilities = Matrix(rows: set.count, columns: architecture.classes)
    var (sum, right) = (0.0, 0)
    for k in 0..<batches.count {
      load(batches, k)
      let rows = batches.rows(ofBatch: k)
      sum += try forward() * Double(rows.count)
      let outputs = list.value(of: outputs)
      for (n, row) in rows.enumerated() {
        probabilities.copyRow(n, of: outputs, to: row)
        right += outputs.argmax(ofRow: n) == set.labels[row] ? 1 : 0
      }
    }
    return Evaluation(
      loss: sum / Double(set.count), accuracy: Double(right) / Double(set.count),
      probabilities: probabilities)
  }
}
