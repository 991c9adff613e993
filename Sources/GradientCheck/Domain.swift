import Graph
import Layers
import Random

/// Where a module's operand is drawn from.
public enum Domain: Sendable {
  /// Numbers of either sign with magnitudes in [¼, 1]: away from 0, where a ReLU has its kink, and
  /// where the Jacobian of a product vanishes, so that no relative error would mean anything.
  case real
  /// Numbers in [½, 1): for logarithms, divisors and what must not sum to 0.
  case positive
  /// Rows of probabilities, none below half of another, so that 1/p stays moderate.
  case probabilities
  /// Rows of probabilities with more than 0.9 in one class: a soft one-hot target. A softer one
  /// might meet the prediction, where the gradient of the loss vanishes.
  case target

  func draw(_ shape: Shape, _ random: inout RandomState) -> Matrix {
    var matrix = Matrix(shape)
    for i in 0..<shape.rows {
      switch self {
      case .real: for j in 0..<shape.columns { matrix[i, j] = random.signed(from: 0.25, to: 1) }
      case .positive: matrix.draw(.uniform(0.5, 1), rows: i..<i + 1, &random)
      case .probabilities: matrix.drawProbabilities(row: i, &random)
      case .target:
        matrix.drawProbabilities(row: i, &random)
        for j in 0..<shape.columns { matrix[i, j] /= 10 }
        matrix[i, Int(random.integer(upTo: UInt64(shape.columns - 1)))] += 0.9
      }
    }
    return matrix
  }
}

extension RandomState {
  /// A number of random sign whose magnitude is uniform in [low, high).
  mutating func signed(from low: Double, to high: Double) -> Double {
    let magnitude = uniform(low, high)
    return randomSample() < 0.5 ? -magnitude : magnitude
  }
}

extension Matrix {
  fileprivate mutating func drawProbabilities(row i: Int, _ random: inout RandomState) {
    draw(.uniform(0.5, 1), rows: i..<i + 1, &random)
    let sum = (0..<columns).reduce(0) { $0 + self[i, $1] }
    for j in 0..<columns { self[i, j] /= sum }
  }
}
