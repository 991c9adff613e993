import Eager
import Layers
import TestSupport
import Testing

/// Graphs that would overflow a stack if anything visited them recursively.
struct LongRunTests {
  @Test(.timeLimit(.minutes(2))) func aChainOfAMillion() throws {
    let graph = TensorGraph()
    for count in [1_000_000, 3] {
      let (start, step) = (graph.number(0), graph.number(1))
      var sum = start
      for _ in 0..<count { sum = try sum + step }
      try sum.backward()
      #expect(try sum.numbers == [Double(count)])
      #expect(try step.gradients == [Double(count)])
      #expect(try start.gradients == [1])
      graph.clear()
    }
  }

  /// The results of a step lie where those of the step before lay.
  @Test func memoryIsUsedAgain() throws {
    let graph = TensorGraph()
    let w = try graph.parameter(.irregular(64, 32))
    var places: Set<Int> = []
    for _ in 0..<50 {
      let x = graph.constant(.irregular(16, 64))
      let y = try x.matmul(w).relu()
      let z = try y * y
      try z.sum().backward()
      graph.descend(rate: 0.001)
      for matrix in [try y.value, try z.value, try y.gradient, try z.gradient] {
        places.insert(matrix.row(0).withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) })
      }
      graph.zeroGrad()
      graph.clear()
    }
    // Values and gradients of three results may change places among themselves.
    #expect(places.count <= 6)
  }
}
