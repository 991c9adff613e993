import Layers
import Network
import Random
import TestSupport
import Testing

@Suite(.firstIssues) struct NetworkInitializationTests {
  /// In Python: `r = np.random.RandomState(seed)`, then `r.uniform(-0.1, 0.1, (D, M))` for α and
  /// `r.uniform(-0.1, 0.1, (K, D))` for β.
  @Test func randomIsNumPys() throws {
    var network = try Network(inputs: 3, hidden: 2, classes: 2)
    try network.initialize(.random(seed: 7))
    #expect(
      network.alpha
        == Matrix(
          rows: 2, columns: 4,
          [
            0, -0.08473834212520857, 0.05598375844802292, -0.012318153711821295,
            0, 0.044693035566188255, 0.09559790239932053, 0.007699174082086729,
          ]))
    #expect(
      network.beta
        == Matrix(
          rows: 2, columns: 3,
          [
            0, 0.00022409273198757684, -0.0855897733280477,
            0, -0.046312203979625766, -2.3499834888002225e-05,
          ]))

    network = try Network(inputs: 1, hidden: 1, classes: 2)
    try network.initialize(.random(seed: .max))
    #expect(network.alpha == Matrix(row: [0, -0.08047359420119725]))
    #expect(
      network.beta
        == Matrix(rows: 2, columns: 2, [0, 0.08247656906052436, 0, 0.057807060370327984]))
  }

  /// The same at full size: 128 × 50 weights, then 50 × 10, and no word more or less for a bias.
  @Test(arguments: [0, 1, 123_456_789] as [UInt32]) func randomIsOneStream(seed: UInt32) throws {
    let network = try Network(inputs: 128, hidden: 50, classes: 10)
    try network.initialize(.random(seed: seed))
    var random = RandomState(seed: seed)
    for parameters in [network.alpha, network.beta] {
      for i in 0..<parameters.rows {
        #expect(parameters[i, 0] == 0)
        let weights = (1..<parameters.columns).map { parameters[i, $0] }
        #expect(weights == weights.map { _ in random.uniform(-0.1, 0.1) })
      }
    }
  }

  @Test func zeroIsAllZero() throws {
    let network = try Network(inputs: 3, hidden: 2, classes: 10)
    try network.initialize(.random(seed: 7))
    try network.initialize(.zero)
    #expect(network.alpha == Matrix(rows: 2, columns: 4))
    #expect(network.beta == Matrix(rows: 10, columns: 3))
  }

  @Test func seedsGiveDifferentNetworks() throws {
    let networks = try (0..<20).map { (seed: UInt32) in
      let network = try Network(inputs: 3, hidden: 2, classes: 2)
      try network.initialize(.random(seed: seed))
      return network.alpha
    }
    for i in networks.indices { for j in 0..<i { #expect(networks[i] != networks[j]) } }
  }
}
