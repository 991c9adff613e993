import Network
import GradientCheck
import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct LayerCheckTests {
  static let layers = LayerCheck.all()

  @Test func everyLayerAndTheNetworkAreListed() {
    #expect(
      Self.layers.map(\.name)
        == ["Linear", "Sigmoid", "Softmax", "CrossEntropy", "SoftmaxCrossEntropy", "Network"])
    #expect(Self.layers.map { $0.run(0).name } == Self.layers.map(\.name))
  }

  /// The last two seeds once drew a target so near to ŷ that the difference quotient had nothing
  /// left of ŷ − y.
  @Test(arguments: layers.indices, Array(0..<25) + [1552, 2883] as [UInt32])
  func everyLayerPasses(index: Int, seed: UInt32) {
    let report = Self.layers[index].run(seed)
    #expect(report.passed, "\(report)")
    let tolerance = report.name == "Network" ? 5e-9 : 1e-9
    #expect(report.error <= tolerance)
    #expect(report.tolerance == tolerance)
    #expect(report.error > 0)  // a difference quotient is never exact
    #expect("\(report)".hasPrefix("\(report.name): pass: error \(report.error) "))
  }

  /// The full Jacobian at six points of each shape, and once with a random upstream gradient.
  @Test func everyDerivativeIsCompared() {
    let counts = sampleShapes(operands: 1).map { $0[0].count }
    #expect(
      checkGradients(of: Sigmoid()).comparisons == 6 * counts.reduce(0) { $0 + $1 * $1 + $1 })
    let losses = sampleShapes(operands: 1).map(\.[0]).map { 2 * ($0.count * $0.rows + $0.count) }
    #expect(
      checkGradients(of: SoftmaxCrossEntropy(), domains: [.target, .real]).comparisons
        == 6 * losses.reduce(0, +))
    #expect(
      checkGradients(of: Linear(), shapes: [[Shape(2, 3), Shape(4, 5)]]).comparisons
        == 6 * (6 * 10 + 6 + 20 * 10 + 20))
    #expect(Self.layers[5].run(0).comparisons == 6 * 129 + 10 * 7)
  }

  @Test func seedsChooseThePoints() {
    for layer in Self.layers {
      let errors = [3, 3, 4].map { layer.run($0).error }
      #expect(errors[0] == errors[1])
      #expect(errors[0] != errors[2])
    }
  }
}
