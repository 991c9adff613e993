import GradientCheck
import Graph
import Layers
import Random

/// Checks all gradients of a network's loss, with respect to α and β, by central differences.
///
/// The parameters are drawn anew from U[−0.5, 0.5], biases too; the image is random and the label
/// the last. The error is `‖g − ĝ‖ / ‖ĝ‖` in the L2 norm, g from `backward`, ĝ from differences.
///
/// - Parameters:
///   - network: the network; its parameters are changed and restored.
///   - seed: of the parameters and the image.
///   - tolerance: the largest accepted error.
public func checkGradients(
  of network: Network, seed: UInt32 = 0, tolerance: Double = 5e-9
) -> GradientReport {
  var random = RandomState(seed: seed)
  let x = Matrix(row: (0..<network.inputs).map { _ in random.randomSample() < 0.3 ? 1 : 0 })
  var y = Matrix(rows: 1, columns: network.classes)
  y[0, network.classes - 1] = 1
  let point = network.parameters.map { parameter in
    var value = Matrix(parameter.shape)
    value.draw(.uniform(-0.5, 0.5), &random)
    return value
  }
  let (alpha, beta) = (network.alpha, network.beta)
  return GradientReport(name: "Network", tolerance: tolerance) { report in
    // Parameters that a network had have the right shapes.
    defer { try? network.setParameters(alpha: alpha, beta: beta) }
    try network.setParameters(alpha: point[0], beta: point[1])
    let gradients = try network.backward(x: x, y: y)
    let (difference, norm) = try report.compare(
      [gradients.alpha, gradients.beta], of: "J", by: ["α", "β"], at: point, isRelative: false
    ) { point in
      try network.setParameters(alpha: point[0], beta: point[1])
      return try network.forward(x: x, y: y).loss
    }
    report.error = (difference / norm).squareRoot()
  }
}
