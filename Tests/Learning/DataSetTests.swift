import Layers
import Learning
import TestSupport
import Testing

@Suite(.firstIssues) struct DataSetTests {
  @Test func labelsBecomeOneHot() throws {
    let examples = try DataSet(x: Matrix(rows: 3, columns: 2), labels: [2, 0, 2], classes: 3)
    #expect(examples.y == Matrix(rows: 3, columns: 3, [0, 0, 1, 1, 0, 0, 0, 0, 1]))
    #expect(examples.labels == [2, 0, 2])
    #expect(examples.count == 3)
  }

  @Test func targetsSayTheLabels() throws {
    let y = Matrix(rows: 2, columns: 3, [0, 0, 1, 0.5, 0.25, 0.25])
    let set = try DataSet(x: Matrix(rows: 2, columns: 1), y: y)
    #expect(set.y == y && set.labels == [2, 0])
  }

  @Test(arguments: [
    ([0, 1], "DataSet: 2 labels for inputs of shape 3×2"),
    ([0, 1, 2, 3], "DataSet: 4 labels for inputs of shape 3×2"),
    ([0, 1, 10], "DataSet: label 10 of example 2 is not in 0..<10"),
    ([0, -1, 3], "DataSet: label -1 of example 1 is not in 0..<10"),
  ])
  func mistakesAreNamed(labels: [Int], message: String) {
    let error = #expect(throws: ShapeError.self) {
      try DataSet(x: Matrix(rows: 3, columns: 2), labels: labels, classes: 10)
    }
    #expect(error?.description == message)
  }

  @Test(arguments: [(4, 3), (0, 0)]) func targetsMustFit(rows: (x: Int, y: Int)) {
    let (x, y) = (Matrix(rows: rows.x, columns: 1), Matrix(rows: rows.y, columns: 1))
    #expect(
      throws: ShapeError("DataSet", "targets of shape \(y.shape) for inputs of shape \(x.shape)")
    ) { try DataSet(x: x, y: y) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func anInputThatIsNotFiniteIsRefused(input: Double) {
    let x = Matrix(row: [0, input])
    let error = ShapeError("DataSet", "an input is infinite or NaN")
    #expect(throws: error) { try DataSet(x: x, labels: [1], classes: 2) }
    #expect(throws: error) { try DataSet(x: x, y: Matrix(row: [1])) }
  }

  @Test func batchesAreConsecutive() throws {
    let set = try DataSet(x: .irregular(7, 2), labels: [0, 1, 2, 0, 1, 2, 0], classes: 3)
    let batches = set.batches(of: 3)
    #expect(batches.map(\.count) == [3, 3, 1])
    #expect(batches.flatMap(\.labels) == set.labels)
    #expect(batches.flatMap(\.x.values) == set.x.values)
    #expect(batches.flatMap(\.y.values) == set.y.values)
    #expect(set[5...].labels == [2, 0] && set[..<2].x == Matrix(rows: 0..<2, of: set.x))
  }
}
