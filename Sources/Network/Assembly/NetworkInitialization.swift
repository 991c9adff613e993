import Graph
import Layers
import Random

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
