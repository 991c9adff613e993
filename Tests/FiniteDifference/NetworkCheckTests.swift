import GradientCheck
import Layers
import Network
import TestSupport
import Testing

@Suite(.firstIssues) struct NetworkCheckTests {
  private func network(_ sigmoid: any UnaryModule = Sigmoid()) throws -> Network {
    let network = try Network(inputs: 7, hidden: 4, classes: 3, NetworkModules(sigmoid: sigmoid))
    try network.initialize(.random(seed: 9))
    return network
  }

  @Test(arguments: [(1, 1, 2), (7, 4, 3), (3, 9, 10), (128, 2, 10)])
  func networksOfAnySizePass(inputs: Int, hidden: Int, classes: Int) throws {
    let network = try Network(inputs: inputs, hidden: hidden, classes: classes)
    for seed in 0..<10 as Range<UInt32> {
      let report = checkGradients(of: network, seed: seed)
      #expect(report.passed, "\(report)")
      #expect(report.comparisons == hidden * (inputs + 1) + classes * (hidden + 1))
    }
  }

  @Test func aWrongLayerIsCaught() throws {
    let wrong = WrongUnary("wrong sign", of: Sigmoid()) { _, b, gB in -gB * b * (1 - b) }
    let report = checkGradients(of: try network(wrong))
    #expect(!report.passed)
    #expect(report.error > 0.1)
    let worst = try #require(report.worst)
    #expect(worst.derivative.hasPrefix("∂J/∂α["))
    #expect(abs(worst.analytic / worst.numeric + 1) < 1e-6)
    #expect("\(report)".hasPrefix("Network: FAIL: error "))
  }

  @Test func aWrongBiasIsTheWorst() throws {
    let wrong = WrongBinary(
      "bias doubled", of: Linear(),
      gW: { a, _, _, gB, gW in
        Linear().accumulate(1, a, gB, adding: &gW)
        Linear().accumulate(1, Matrix(a.shape), gB, adding: &gW)
      })
    let network = try Network(inputs: 7, hidden: 4, classes: 3, NetworkModules(linear: wrong))
    let report = checkGradients(of: network)
    #expect(!report.passed)
    let worst = try #require(report.worst)
    #expect(worst.derivative.hasPrefix("∂J/∂β[") && worst.derivative.hasSuffix(",0]"))
    #expect(abs(worst.analytic / worst.numeric - 2) < 1e-6)
  }

  @Test func parametersAreRestored() throws {
    let wrongShape = WrongUnary("shape", of: Sigmoid(), backward: { $3 = Matrix(Shape(9, 9)) })
    for sigmoid in [Sigmoid(), wrongShape] as [any UnaryModule] {
      let network = try network(sigmoid)
      let (alpha, beta) = (network.alpha, network.beta)
      let report = checkGradients(of: network)
      #expect(report.passed == (sigmoid is Sigmoid))
      #expect(network.alpha == alpha && network.beta == beta)
    }
  }
}
