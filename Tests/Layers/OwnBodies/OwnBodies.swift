import Layers
import TestSupport
import Testing

/// What the package's own bodies promise beyond the hand-out: every bit, and matrices of no columns.
/// A layer written anew may round in another way; `swift test --skip OwnBodies` leaves these out.
struct OwnBodies {
  /// The promise of the summation order: bias first, then input by input, to the last bit.
  @Test(arguments: LinearTests.shapes)
  func linearSumsInTheTextbooksOrder(n: Int, inputs: Int, outputs: Int) throws {
    let w = pseudorandom(inputs + 1, outputs)
    for a in LinearTests.inputs(n, inputs) {
      #expect(try Linear().forward(a, w) == LinearTests.sums(a, w))
    }
  }

  /// The same for gradients: example by example.
  @Test(arguments: LinearTests.shapes)
  func linearSumsGradientsExampleByExample(n: Int, inputs: Int, outputs: Int) throws {
    for a in LinearTests.inputs(n, inputs) {
      let (sums, expected) = LinearTests.gradients(a, pseudorandom(n, outputs))
      #expect(sums == expected)
    }
  }

  /// Nobody looks at a zero, and yet every bit is that of the product with the one-hot rows.
  @Test(arguments: OneHotLinearTests.positions, [1, 5, 9])
  func oneHotBitsAreThoseOfTheProduct(positions: Range<Int>, units: Int) throws {
    let (gathered, dense) = try OneHotLinearTests().products(positions, units)
    #expect(gathered.b == dense.b && gathered.gW == dense.gW)
  }

  /// In a process of its own: what has no answer for no numbers may stop the program.
  @Test func softmaxAcceptsNoClasses() async {
    await #expect(processExitsWith: .success) {
      let nothing = Matrix(rows: 2, columns: 0)
      let probabilities = try Softmax().forward(nothing)
      #expect(probabilities == nothing)
    }
  }
}
