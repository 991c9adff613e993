import Formats
import Layers
import Learning
import Random
import TestSupport
import Testing

@testable import Entities

/// The network and the titles of `Scripts/make_entities_fixtures.py`, and what PyTorch makes of them.
private struct Reference {
  let network: TitleNetwork
  let file: SafetensorsFile
  var random = RandomState(seed: 3)
  let order: [Int]
  let set: DataSet

  /// - Parameter change: makes the titles' characters wrong on purpose.
  init(
    _ kind: Architecture.Kind, forgetBias: Double = 1,
    change: (_ titles: [String], _ vocabulary: Vocabulary, _ right: Matrix) -> Matrix = { $2 }
  ) throws {
    file = try SafetensorsFile.read(
      referenceFile("entities/\(kind.rawValue).safetensors").path)
    let titles = try embeddedTitles()
    let classes = Set(titles.labels).sorted()
    let vocabulary = Vocabulary(of: titles.titles)
    let right = try DataSet(
      titles, path: "", vocabulary: vocabulary, classes: classes, maxLength: 10)
    set = try DataSet(
      x: change(titles.titles, vocabulary, right.x), labels: right.labels, classes: classes.count)
    network = try TitleNetwork(
      Architecture(
        kind, vocabulary: vocabulary.count, maxLength: 10, hidden: 6, classes: classes.count),
      batch: 64)
    try network.initialize(&random, forgetBias: forgetBias)
    order = random.permutation(set.count)
  }

  var batches: Minibatches { Minibatches(set, order: order, size: 64) }

  /// The loss of the first minibatch, less PyTorch's.
  func error() throws -> Double {
    network.load(batches, 0)
    return abs(try network.forward() - tensor("losses")[0])
  }

  func tensor(_ name: String) throws -> [Double] {
    try #require(file.tensors.first { $0.name == name }).values
  }

  /// A parameter or its gradient as the network has it: biases in row 0.
  func expected(_ what: String, _ parameter: Architecture.Parameter) throws -> Matrix {
    let biases = try parameter.biasName.map { try tensor("\(what).\($0)") } ?? []
    let weights = try tensor("\(what).\(parameter.name)")
    return Matrix(
      rows: parameter.shape.rows, columns: parameter.shape.columns, biases + weights)
  }
}

@Test(arguments: Architecture.Kind.allCases)
func gradientsAreThoseOfPyTorch(kind: Architecture.Kind) throws {
  let reference = try Reference(kind)
  let network = reference.network
  #expect(try reference.error() <= 1e-10)
  try network.backward()
  for (parameter, register) in zip(network.architecture.parameters, network.parameters) {
    let expected = try reference.expected("gradient", parameter)
    #expect(network.list.gradient(of: register).distance(to: expected) <= 1e-10)
    #expect(expected.distance(to: Matrix(expected.shape)) > 1e-3)
  }
}

@Test(arguments: Architecture.Kind.allCases)
func anEpochIsThatOfPyTorch(kind: Architecture.Kind) throws {
  let reference = try Reference(kind)
  let batches = reference.batches
  let losses = try (0..<batches.count).map { try reference.network.step(batches, $0, rate: 0.5) }
  let expected = try reference.tensor("losses")
  #expect(Matrix(row: losses).distance(to: Matrix(row: expected)) <= 1e-10)
  for (parameter, value) in zip(reference.network.architecture.parameters, reference.network.values)
  {
    #expect(try value.distance(to: reference.expected("updated", parameter)) <= 1e-10)
  }
}

/// `train` does the same in the same order: draws, then a permutation.
@Test(arguments: Architecture.Kind.allCases)
func trainingIsThatOfPyTorch(kind: Architecture.Kind) throws {
  var reference = try Reference(kind)
  reference.random = RandomState(seed: 3)
  try reference.network.initialize(&reference.random, forgetBias: 1)
  let history = try reference.network.train(
    reference.set, validation: reference.set, epochs: 1, rate: 0.5, schedule: .constant,
    random: &reference.random)
  let expected = try reference.tensor("losses")
  #expect(Matrix(row: history.minibatches).distance(to: Matrix(row: expected)) <= 1e-10)
  let counts = (0..<24).map { $0 < 23 ? 64.0 : 28.0 }
  let mean = zip(expected, counts).reduce(0) { $0 + $1.0 * $1.1 } / 1500
  #expect(abs(try #require(history.epochs.first).training - mean) <= 1e-10)
}

// Each mistake that is easily made moves the loss far away from PyTorch's.

/// Keeping the end of a long title instead of its beginning.
@Test(arguments: Architecture.Kind.allCases)
func cuttingTheWrongEndIsFound(kind: Architecture.Kind) throws {
  let wrong = try Reference(kind) { titles, vocabulary, _ in
    let ends = titles.map { String(String.UnicodeScalarView($0.unicodeScalars.suffix(10))) }
    return vocabulary.characters(of: ends, length: 10)
  }
  #expect(try wrong.error() > 1e-4)
}

/// Padding a short title in front.
@Test(arguments: Architecture.Kind.allCases)
func paddingTheWrongEndIsFound(kind: Architecture.Kind) throws {
  let wrong = try Reference(kind) { titles, vocabulary, _ in
    let padded = titles.map {
      String(repeating: " ", count: max(0, 10 - $0.unicodeScalars.count)) + $0
    }
    return vocabulary.characters(of: padded, length: 10)
  }
  #expect(try wrong.error() > 1e-4)
}

/// Padding with the unknown character instead of the space.
@Test(arguments: Architecture.Kind.allCases)
func paddingWithAnotherCharacterIsFound(kind: Architecture.Kind) throws {
  let wrong = try Reference(kind) { titles, _, right in
    var wrong = right
    for (n, title) in titles.enumerated() {
      for position in min(10, title.unicodeScalars.count)..<10 { wrong[n, position] = 0 }
    }
    return wrong
  }
  #expect(try wrong.error() > 1e-4)
}

/// Reading forwards.
@Test(arguments: Architecture.Kind.allCases)
func readingInTheWrongDirectionIsFound(kind: Architecture.Kind) throws {
  let wrong = try Reference(kind) { _, _, right in
    var wrong = right
    for n in 0..<right.rows {
      for position in 0..<10 { wrong[n, position] = right[n, 9 - position] }
    }
    return wrong
  }
  #expect(try wrong.error() > 1e-4)
}

/// A first state of ones.
@Test(arguments: [0, 1])
func aFirstStateThatIsNotZeroIsFound(which: Int) throws {
  let wrong = try Reference(.lstm)
  let states = wrong.network.firstStates
  #expect(states.count == 2)
  var ones = Matrix(rows: 64, columns: 6)
  ones.fill(1)
  try wrong.network.list.setValue(ones, of: states[which])
  #expect(try wrong.error() > 1e-4)
}

/// Two gates that change places.
@Test(arguments: [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
func theWrongOrderOfGatesIsFound(a: Int, b: Int) throws {
  let wrong = try Reference(.lstm)
  var values = wrong.network.values
  for parameter in 0..<2 {
    let right = values[parameter]
    for i in 0..<right.rows {
      for j in 0..<6 {
        values[parameter][i, a * 6 + j] = right[i, b * 6 + j]
        values[parameter][i, b * 6 + j] = right[i, a * 6 + j]
      }
    }
  }
  try wrong.network.setValues(values)
  #expect(try wrong.error() > 1e-4)
}

/// A forget gate without the bias that was asked for.
@Test func aMissingForgetBiasIsFound() throws {
  #expect(try Reference(.lstm, forgetBias: 0).error() > 1e-4)
}
