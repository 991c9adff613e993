import Layers
import Random

/// How a network's parameters start.
public enum Initialization: Sendable, Equatable {
  /// RANDOM: weights from U[−0.1, 0.1], biases 0.
  ///
  /// The numbers are those of `numpy.random.RandomState(seed).uniform(-0.1, 0.1)`: first α's
  /// weights, D×M row by row, then β's, K×D.
  case random(seed: UInt32)
  /// ZERO: everything 0.
  case zero
}

extension Network {
  /// Sets all parameters anew.
  /// - Throws: `ShapeError` never in a network of the package's own modules.
  public func initialize(_ initialization: Initialization) throws(ShapeError) {
    var alpha = Matrix(rows: hidden, columns: inputs + 1)
    var beta = Matrix(rows: classes, columns: hidden + 1)
    if case .random(let seed) = initialization {
      var random = RandomState(seed: seed)
      alpha.drawWeights(&random)
      beta.drawWeights(&random)
    }
    try setParameters(alpha: alpha, beta: beta)
  }
}

extension Matrix {
  /// Draws every element but those of column 0, the biases.
  fileprivate mutating func drawWeights(_ random: inout RandomState) {
    for i in 0..<rows { for j in 1..<columns { self[i, j] = random.uniform(-0.1, 0.1) } }
  }
}
