import Layers
import Learning
import TestSupport
import Testing

struct MinibatchesTests {
  private func set() throws -> DataSet {
    try DataSet(
      x: Matrix(rows: 5, columns: 1, [10, 11, 12, 13, 14]), labels: [0, 1, 0, 1, 1], classes: 2)
  }

  @Test func examplesAreTakenInOrder() throws {
    let batches = Minibatches(try set(), order: [3, 0, 4, 1], size: 2)
    #expect(batches.count == 2 && batches.examples == 4)
    #expect(batches.x.values == [13, 10, 14, 11])
    #expect(batches.y.values == [0, 1, 1, 0, 0, 1, 0, 1])
    #expect(batches.rows(ofBatch: 1) == 2..<4)
  }

  /// Two of three rows are examples, so each counts 3/2.
  @Test func aShortBatchIsFilledUp() throws {
    let batches = Minibatches(try set(), order: [4, 3, 2, 1, 0], size: 3)
    #expect(batches.count == 2)
    #expect(batches.x.values == [14, 13, 12, 11, 10, 0])
    #expect(batches.y.values == [0, 1, 0, 1, 1, 0, 0, 1.5, 1.5, 0, 0, 0])
    #expect(batches.rows(ofBatch: 0) == 0..<3 && batches.rows(ofBatch: 1) == 3..<5)
  }
}
