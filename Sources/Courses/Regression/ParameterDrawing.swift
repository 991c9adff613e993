import Graph
import Layers
import Random

extension ComputationGraphFunction {
  /// Draws all parameters anew, in their order, each row by row: `scale · standard_normal`.
  ///
  /// With scale 0 a parameter is 0 and nothing is drawn, as the course's linear models start.
  /// - Throws: `GraphError` when there is not one scale per parameter.
  public func drawParameters(
    scales: [Double], _ random: inout RandomState
  ) throws(GraphError) {
    guard scales.count == parameters.count else {
      let names = parameters.map(\.name).joined(separator: ", ")
      throw GraphError(prediction.name, "\(scales.count) scales for the parameters \(names)")
    }
    var values: [String: Matrix] = [:]
    for (node, scale) in zip(parameters, scales) {
      var value = Matrix(node.shape)
      if scale != 0 { value.draw(.normal(standardDeviation: scale), &random) }
      values[node.name] = value
    }
    try setParameters(values)
  }
}
