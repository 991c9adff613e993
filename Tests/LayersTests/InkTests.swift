import Random
import Testing

@testable import Layers

struct InkTests {
  /// The indices that `Ink` collects from a row of inputs, block by block.
  private func ink(of inputs: [Double]) -> [Int] {
    let row = Matrix(row: inputs)
    var indices: [Int] = []
    Ink.withMemory { ink in
      for start in stride(from: 0, to: inputs.count, by: Ink.capacity) {
        ink.collect(row.vectors(ofRow: 0), from: start)
        indices += (0..<ink.count).map { ink[$0] }
      }
    }
    return indices
  }

  @Test(arguments: [0, 1, 7, 8, 9, 127, 128, 129, 256, 300], [0, 0.2, 0.5, 1])
  func areTheIndicesOfWhatIsNotZero(count: Int, share: Double) {
    var random = RandomState(seed: UInt32(count))
    let inputs = (0..<count).map { _ in random.randomSample() < share ? random.uniform(-1, 1) : 0 }
    #expect(ink(of: inputs) == inputs.indices.filter { inputs[$0] != 0 })
  }

  @Test func onlyZerosAreLeftOut() {
    let values = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .nan, .infinity, -.infinity, 1e308,
    ]
    #expect(ink(of: values) == [2, 3, 4, 5, 6, 7])
  }
}
