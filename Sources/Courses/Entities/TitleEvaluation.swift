import Layers
import Learning

extension TitleNetwork {
  /// The mean cross-entropy, probabilities, classes and confusions on a set.
  /// - Throws: `ShapeError` when the titles do not have M characters.
  public func evaluate(_ set: DataSet) throws(ShapeError) -> Evaluation {
    let batches = Minibatches(set, order: Array(0..<set.count), size: batch)
    var probabilities = Matrix(rows: set.count, columns: architecture.classes)
    var sum = 0.0
    for k in 0..<batches.count {
      load(batches, k)
      let rows = batches.rows(ofBatch: k)
      sum += try forward() * Double(rows.count)
      copyOutputs(to: rows, of: &probabilities)
    }
    return Evaluation(
      loss: sum / Double(set.count), probabilities: probabilities, truth: set.labels)
  }

  /// N×K: a row of probabilities per row of character numbers.
  /// - Throws: `ShapeError` when the rows do not have M characters.
  public func probabilities(_ characters: Matrix) throws(ShapeError) -> Matrix {
    let filled = characters.rows(Array(0..<characters.rows), inBatchesOf: batch)
    var probabilities = Matrix(rows: characters.rows, columns: architecture.classes)
    for start in stride(from: 0, to: characters.rows, by: batch) {
      list.load(x, row: start, of: filled)
      try list.forward(to: outputs)
      copyOutputs(to: start..<min(start + batch, characters.rows), of: &probabilities)
    }
    return probabilities
  }

  private func copyOutputs(to rows: Range<Int>, of probabilities: inout Matrix) {
    let outputs = list.value(of: outputs)
    for (n, row) in rows.enumerated() { probabilities.copyRow(n, of: outputs, to: row) }
  }
}
