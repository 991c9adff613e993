import Graph
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
    var (alpha, beta) = (Matrix(α.shape), Matrix(β.shape))
    if case .random(let seed) = initialization {
      var random = RandomState(seed: seed)
      alpha.draw(.uniform(-0.1, 0.1), columns: 1..<alpha.columns, &random)
      beta.draw(.uniform(-0.1, 0.1), columns: 1..<beta.columns, &random)
    }
    try setParameters(alpha: alpha, beta: beta)
  }
}
