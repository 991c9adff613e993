import Layers
import Learning

extension TitleNetwork {
  /// The mean cross-entropy, probabilities, classes and confusions on a set.
  /// - Throws: `ShapeError` when the titles do not have M characters.
  public func evaluate(_ set: DataSet) throws(ShapeError) -> Evaluation {
    let batches = Minibatches(set, order: Array(0..<set.count), size: batch)
    var probabilities = Matrix(rows: set.count, columns: architecture.classes)
    var sum = 0.0
    for k in 0..<batches.count where !isInterrupted() {
      load(batches, k)
      let rows = batches.rows(ofBatch: k)
      sum += try forward() * Double(rows.count)
      for (n, row) in rows.enumerated() {
        probabilities.copyRow(n, of: list.value(of: outputs), to: row)
      }
    }
    return Evaluation(
      loss: sum / Double(set.count), probabilities: probabilities, truth: set.labels)
  }

  /// N×K: a row of probabilities per row of character numbers.
  /// - Throws: `ShapeError` when the rows do not have M characters.
  public func probabilities(_ characters: Matrix) throws(ShapeError) -> Matrix {
    try list.values(of: outputs, for: x, rows: characters)
  }
}
