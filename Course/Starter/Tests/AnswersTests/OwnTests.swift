import Answers
import Layers
import Testing

/// Tests of your own. Each runs in a process of its own, so what is still to be written, or traps, fails
/// that test alone.
struct OwnTests {
  @Test func linearAddsTheBias() async {
    await #expect(processExitsWith: .success) {
      let b = try Linear().forward(Matrix(row: [3, 5]), Matrix(rows: 1, columns: 3, [1, 2, 4]))
      #expect(b == Matrix(row: [1 + 2 * 3 + 4 * 5]))
    }
  }

  @Test func sigmoidOfZeroIsOneHalf() async {
    await #expect(processExitsWith: .success) {
      #expect(Sigmoid().value(0) == 0.5)
    }
  }

  // Yours: what is Softmax of three equal numbers? What is CrossEntropy of a sure and right guess?
}
