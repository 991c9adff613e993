import Operations
import TestSupport
import Testing

@testable import Layers

/// `accumulate(scale, …)` is how a parameter is changed in place: it must add `scale` times what
/// `backward` adds to the gradient.
@Suite(.firstIssues) struct AccumulateTests {
  static let modules: [any ParameterModule] = [
    Linear(), DotProductLinear(), OneHotLinear(vocabulary: 2, positions: 0..<2), AddRow(),
    MatrixProduct(), MatrixVectorProduct(), BatchedMatrixProduct(batches: 2),
  ]
  /// The shape of each module's parameter, where a is 4×3.
  static let shapes = [(4, 5), (5, 4), (5, 5), (1, 3), (3, 5), (5, 3), (6, 5)]

  @Test(arguments: modules.indices, [-0.25, 3])
  func addsAMultipleOfTheGradient(index: Int, scale: Double) throws {
    let module = Self.modules[index]
    // Zeros and ones are the numbers of characters, too.
    let a = Matrix(rows: 4, columns: 3, [1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1])
    let w = pseudorandom(Self.shapes[index].0, Self.shapes[index].1)
    let gB = pseudorandom(4, try module.shape(a.shape, w.shape).columns)
    var gradient = Matrix(w.shape)
    module.backward(a, w, Matrix(gB.shape), gB, addingW: &gradient)
    #expect(gradient != Matrix(w.shape))
    var changed = w
    module.accumulate(scale, a, gB, adding: &changed)
    #expect(changed.isClose(to: zip(w.values, gradient.values).map { $0 + scale * $1 }, 1e-14))
  }
}
