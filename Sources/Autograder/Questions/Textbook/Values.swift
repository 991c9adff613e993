import Cases
import Formats
import Random
import Wire

/// α: D×(M+1) and β: K×(D+1).
struct Parameters: Equatable, Sendable {
  var alpha, beta: Grid
}

/// M, D and K.
struct Sizes: Sendable {
  let inputs, hidden, classes: Int
}

/// How parameters start.
enum Initialization: Sendable {
  case zero
  case random(seed: UInt32)
}

/// What a forward pass computes.
struct Pass: Sendable {
  var x, a, z, b, ŷ: Grid
  var loss: Grid
}

/// What a backward pass computes.
struct PassGradients: Sendable {
  var b, beta, z, a, alpha: Grid
}

/// Images and labels.
struct Examples: Sendable {
  let x: Grid
  let labels: [Int]
  let classes: Int

  func target(_ i: Int) -> Grid { Grid(1, classes) { $1 == labels[i] ? 1 : 0 } }
}

/// An epoch, for its losses.
struct EpochRecord: Sendable {
  let training, validation: Examples
  let before, after: Parameters
  /// The loss of each example before its step.
  let seen: [Double]
}

/// What training leaves.
struct TrainedResults: Sendable {
  var parameters: Parameters
  var trainLosses, validationLosses: [Double]
}

/// What `train_and_test` gives back.
struct TestResults: Sendable {
  var trainLosses, testLosses: [Double]
  var trainError, testError: Double
  var trainLabels, testLabels: [Int]
}

/// Weights from U[−0.1, 0.1], first α's row by row, then β's; biases 0. ZERO: everything 0.
@Sendable func start(_ sizes: Sizes, _ initialization: Initialization) -> Parameters {
  var random: RandomState?
  if case .random(let seed) = initialization { random = RandomState(seed: seed) }
  func weights(_ rows: Int, _ columns: Int) -> Grid {
    Grid(rows, columns + 1) { $1 == 0 ? 0 : random?.uniform(-0.1, 0.1) ?? 0 }
  }
  let alpha = weights(sizes.hidden, sizes.inputs)
  return Parameters(alpha: alpha, beta: weights(sizes.classes, sizes.hidden))
}
