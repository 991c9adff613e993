import Graph
import Layers
import Testing

@testable import Entities

/// The assignment's step.
private let ε = 1e-4

/// The largest difference between a register's gradient and the central differences of the loss.
private func error(of register: Register, in network: TitleNetwork) throws -> Double {
  let list = network.list
  _ = try network.forward()
  try network.backward()
  let analytic = list.gradient(of: register)
  let value = list.value(of: register)
  var numeric = Matrix(value.shape)
  for i in 0..<value.rows {
    for j in 0..<value.columns {
      func loss(_ change: Double) throws -> Double {
        var moved = value
        moved[i, j] += change
        try list.setValue(moved, of: register)
        return try network.forward()
      }
      numeric[i, j] = try (loss(ε) - loss(-ε)) / (2 * ε)
    }
  }
  try list.setValue(value, of: register)
  // Where all is 0, nothing is compared.
  #expect(analytic.values.contains { abs($0) > 1e-3 })
  return analytic.distance(to: numeric)
}

/// Whole batches and short ones: what fills those up must not count.
@Test(arguments: Architecture.Kind.allCases, [(4, 4), (3, 4), (1, 4), (1, 1)])
func gradientsAreThoseOfFiniteDifferences(
  kind: Architecture.Kind, sizes: (titles: Int, batch: Int)
) throws {
  let network = try smallNetwork(kind, batch: sizes.batch)
  let order = Array(0..<sizes.titles)
  network.load(Minibatches(smallTitles(4), order: order, size: sizes.batch, classes: 3), 0)
  for register in network.parameters {
    #expect(try error(of: register, in: network) <= 1e-7)
  }
}

/// The inputs, too, as one-hot rows.
@Test(arguments: Architecture.Kind.allCases)
func gradientsOfInputsAreThoseOfFiniteDifferences(kind: Architecture.Kind) throws {
  let titles = smallTitles(4)
  let inputs = DenseInputs(titles, vocabulary: smallVocabulary.count)
  let network = try smallNetwork(kind, batch: 4, inputLayer: inputs.layer)
  network.load(Minibatches(titles, order: [0, 1, 2, 3], size: 4, classes: 3), 0)
  #expect(inputs.registers.map(\.position) == (kind == .mlp ? [0] : [3, 2, 1, 0]))
  for (_, register) in inputs.registers {
    #expect(try error(of: register, in: network) <= 1e-7)
  }
}

/// Nobody looks at a zero, and yet every bit is that of the product with the one-hot rows.
@Test(arguments: Architecture.Kind.allCases)
func rowsThatAreGatheredGiveTheBitsOfTheProduct(kind: Architecture.Kind) throws {
  let titles = smallTitles(4)
  let batches = Minibatches(titles, order: [0, 1, 2, 3], size: 4, classes: 3)
  let inputs = DenseInputs(titles, vocabulary: smallVocabulary.count)
  let dense = try smallNetwork(kind, batch: 4, inputLayer: inputs.layer)
  let gathered = try smallNetwork(kind, batch: 4)
  for network in [dense, gathered] { network.load(batches, 0) }
  #expect(try dense.forward() == gathered.forward())
  try dense.backward()
  try gathered.backward()
  for (a, b) in zip(dense.parameters, gathered.parameters) {
    #expect(dense.list.gradient(of: a) == gathered.list.gradient(of: b))
  }
}

/// The check itself finds a layer whose gradient is one percent too large.
@Test(arguments: Architecture.Kind.allCases)
func aWrongGradientIsFound(kind: Architecture.Kind) throws {
  let inputs = DenseInputs(smallTitles(4), vocabulary: smallVocabulary.count)
  inputs.module = WrongLinear()
  let network = try smallNetwork(kind, batch: 4, inputLayer: inputs.layer)
  network.load(Minibatches(inputs.set, order: [0, 1, 2, 3], size: 4, classes: 3), 0)
  #expect(try error(of: network.parameters[0], in: network) > 1e-4)
}

private struct WrongLinear: BinaryModule {
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try Linear().shape(a, w) }

  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { Linear().forward(a, w, into: &b) }

  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    Linear().backward(a, w, b, gB, addingA: &gA)
  }

  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    Linear().accumulate(1.01, a, gB, into: &gW)
  }
}
