import Graph
import Layers
import Random

extension TitleNetwork {
  /// Draws all parameters anew.
  ///
  /// Weights are Glorot's U[−a, a], a = √(6 / (in + out)), biases U[−0.1, 0.1]. The numbers are
  /// those of `numpy.random.RandomState(seed).uniform`: parameter by parameter (`W1`, `W2`, or
  /// `W`, `U`, `W2`), first the weights row by row, then the biases. Each of an LSTM's gates has its
  /// own in and out, V or H and H; in a row they follow each other as i, f, o, c̃.
  ///
  /// - Parameter forgetBias: is added to the biases of an LSTM's forget gate. With it the cell
  ///   begins by remembering (R. Jozefowicz et al., "An Empirical Exploration of Recurrent Network
  ///   Architectures", 2015).
  /// - Throws: `ShapeError` never.
  public func initialize(_ random: inout RandomState, forgetBias: Double) throws(ShapeError) {
    try setValues(
      architecture.parameters.map { parameter in
        var value = Matrix(parameter.shape)
        value.draw(
          .glorot(inputs: parameter.inputs, outputs: parameter.outputs),
          rows: parameter.firstWeight..<value.rows, &random)
        guard parameter.biasName != nil else { return value }
        value.draw(.uniform(-0.1, 0.1), rows: 0..<1, &random)
        if parameter.gates > 1 {
          for j in architecture.hidden..<2 * architecture.hidden { value[0, j] += forgetBias }
        }
        return value
      })
  }
}
