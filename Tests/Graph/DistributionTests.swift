import Graph
import Layers
import Random
import Testing

struct DistributionTests {
  /// Row by row, and no number more or less than there are elements.
  @Test func drawsRowByRow() {
    var (random, expected) = (RandomState(seed: 4), RandomState(seed: 4))
    var matrix = Matrix(rows: 3, columns: 2)
    matrix.draw(.uniform(-2, 3), &random)
    #expect(matrix.values == (0..<6).map { _ in expected.uniform(-2, 3) })
    matrix.draw(.normal(standardDeviation: 0.5), rows: 1..<3, columns: 1..<2, &random)
    for i in 1..<3 {
      #expect(matrix[i, 1] == expected.normal(mean: 0, standardDeviation: 0.5))
    }
    #expect(random.randomSample() == expected.randomSample())
  }

  @Test func othersStayAsTheyAre() {
    var random = RandomState(seed: 4)
    var matrix = Matrix(rows: 3, columns: 3)
    matrix.draw(.uniform(1, 2), rows: 1..<2, columns: 1..<3, &random)
    #expect(
      matrix.values.map { $0 == 0 } == [true, true, true, true, false, false, true, true, true])
  }

  @Test func glorotIsNarrowerForMoreUnits() {
    #expect(Distribution.glorot(inputs: 4, outputs: 2) == .uniform(-1, 1))
    #expect(Distribution.glorot(inputs: 20, outputs: 4) == .uniform(-0.5, 0.5))
  }
}
