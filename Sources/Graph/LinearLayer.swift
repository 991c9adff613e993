import Layers
import Random

extension WengertList {
  /// Records `name = [1 a] W` with a parameter of its own, so that a network of any depth is a line
  /// a layer.
  ///
  /// `a: N×A`, `W: (A+1)×units`, named `name.W`. The weights are Glorot's U[−c, c],
  /// c = √(6 / (A + units)), drawn row by row as by NumPy's `RandomState(seed).uniform`; the biases,
  /// row 0, are 0. Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep
  /// feedforward neural networks" (2010).
  /// - Parameters:
  ///   - name: of the layer's output.
  ///   - a: the layer's input.
  ///   - units: the number of outputs.
  ///   - random: gives A·units numbers.
  /// - Throws: `ShapeError` never.
  public func linear(
    _ name: String, _ a: Register, units: Int, _ random: inout RandomState
  ) throws(ShapeError) -> Register {
    let inputs = shape(of: a).columns
    var weights = Matrix(rows: inputs + 1, columns: units)
    weights.draw(.glorot(inputs: inputs, outputs: units), rows: 1..<inputs + 1, &random)
    let w = parameter("\(name).W", weights.shape)
    try setValue(weights, of: w)
    return try record(name, Linear(), a, w)
  }
}
