import GradientCheck
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
  var check = NetworkCheck(network, seed: seed)
  let parameters = (network.alpha, network.beta)
  var failure: String?
  do { try check.run() } catch { failure = "\(error)" }
  do {
    try network.setParameters(alpha: parameters.0, beta: parameters.1)
  } catch {
    failure = "\(error)"
  }
  return GradientReport(
    name: "Network", check.comparison, error: check.error, tolerance: tolerance, failure: failure)
}

private struct NetworkCheck {
  let network: Network
  let x: Matrix
  var y: Matrix
  var alpha: Matrix
  var beta: Matrix
  var comparison = Comparison()
  var squaredDifference = 0.0
  var squaredNorm = 0.0

  var error: Double { (squaredDifference / squaredNorm).squareRoot() }

  init(_ network: Network, seed: UInt32) {
    self.network = network
    var random = RandomState(seed: seed)
    x = Matrix(row: (0..<network.inputs).map { _ in random.randomSample() < 0.3 ? 1 : 0 })
    y = Matrix(rows: 1, columns: network.classes)
    y[0, network.classes - 1] = 1
    func draw(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns, (0..<rows * columns).map { _ in random.uniform(-0.5, 0.5) })
    }
    alpha = draw(network.hidden, network.inputs + 1)
    beta = draw(network.classes, network.hidden + 1)
  }

  mutating func run() throws(ShapeError) {
    try network.setParameters(alpha: alpha, beta: beta)
    let gradients = try network.backward(x: x, y: y)
    try compare("α", \.alpha, gradients.alpha)
    try compare("β", \.beta, gradients.beta)
  }

  private mutating func compare(
    _ name: String, _ parameter: WritableKeyPath<Self, Matrix>, _ gradient: Matrix
  ) throws(ShapeError) {
    for (i, analytic) in gradient.values.enumerated() {
      let numeric = try differenceQuotients(self[keyPath: parameter], i) {
        moved throws(ShapeError) in
        var check = self
        check[keyPath: parameter] = moved
        return [try check.loss()]
      }[0]
      comparison.add(
        "∂J/∂\(name)\(i.indices(gradient.shape))", analytic: analytic, numeric: numeric, scale: 1)
      squaredDifference += (analytic - numeric) * (analytic - numeric)
      squaredNorm += numeric * numeric
    }
  }

  private func loss() throws(ShapeError) -> Double {
    try network.setParameters(alpha: alpha, beta: beta)
    return try network.forward(x: x, y: y).loss
  }
}
