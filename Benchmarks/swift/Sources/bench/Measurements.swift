import Formats
import Layers
import Learning
import Network

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Times of the package's public API, in seconds.
struct Measurements {
  private let folder: String
  private let training, test: DataSet
  private static let rate = 0.01

  init(folder: String) throws {
    self.folder = folder
    training = try .letters("\(folder)/largeTrain.csv")
    test = try .letters("\(folder)/largeTest.csv")
  }

  private func network(hidden: Int) throws -> Network {
    let network = try Network(inputs: training.x.columns, hidden: hidden, classes: 10)
    try network.initialize(.random(seed: 0))
    return network
  }

  /// `Network.train` over the first `rows`, stopped before the evaluation at the epoch's end.
  func train(hidden: Int, rows: Int, output: String) throws -> Double {
    let network = try network(hidden: hidden)
    let seconds = try Measurements.trainWithoutEvaluation(network, training, rows: rows)
    try Measurements.write(network, to: output)
    return seconds
  }

  private static func trainWithoutEvaluation(
    _ network: Network, _ examples: DataSet, rows: Int
  ) throws -> Double {
    var left = rows
    return try time {
      try network.train(
        examples, validation: examples, epochs: 1, rate: rate,
        shouldStop: {
          left -= 1
          return left == 0
        })
    }
  }

  /// The README's loop.
  func steps(hidden: Int, rows: Int, output: String) throws -> Double {
    let network = try network(hidden: hidden)
    let seconds = try Measurements.time {
      for i in 0..<rows {
        try network.forward(training, i)
        try network.backward()
        network.descend(rate: Measurements.rate)
      }
    }
    try Measurements.write(network, to: output)
    return seconds
  }

  /// Seconds per epoch of `count`, each with the evaluation of 9,000 and 1,000 letters.
  func epochs(hidden: Int, count: Int) throws -> Double {
    let network = try network(hidden: hidden)
    return try Measurements.time {
      try network.train(training, validation: test, epochs: count, rate: Measurements.rate)
    } / Double(count)
  }

  /// Seconds per example of a made-up set: pixels 0 or 1, at random.
  static func example(inputs: Int, hidden: Int, classes: Int, ink: Double) throws -> Double {
    let rows = 2000
    var random = Scatter()
    let pixels = (0..<rows * inputs).map { _ in random.uniform() < ink ? 1.0 : 0 }
    let labels = (0..<rows).map { _ in Int(random.uniform() * Double(classes)) }
    let examples = try DataSet(
      x: Matrix(rows: rows, columns: inputs, pixels), labels: labels, classes: classes)
    let network = try Network(inputs: inputs, hidden: hidden, classes: classes)
    try network.initialize(.random(seed: 0))
    return try trainWithoutEvaluation(network, examples, rows: rows) / Double(rows)
  }

  func load() throws -> Double {
    try Measurements.time {
      _ = try DataSet.letters("\(folder)/largeTrain.csv")
      _ = try DataSet.letters("\(folder)/largeTest.csv")
    }
  }

  static func time(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// α and β, row by row, as 64-bit numbers.
  private static func write(_ network: Network, to path: String) throws {
    let values = network.alpha.values + network.beta.values
    guard let file = fopen(path, "wb") else { throw FileError(.cannotCreate, path: path, "open") }
    defer { fclose(file) }
    guard fwrite(values, 8, values.count, file) == values.count else {
      throw FileError(.inputOutput, path: path, "write")
    }
  }
}

/// Numbers without a pattern that matters here: a linear congruential generator's upper bits
/// (Knuth, MMIX).
struct Scatter {
  private var state: UInt64 = 1

  /// A number in [0, 1).
  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
