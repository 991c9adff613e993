import GradientCheck
import Harness
import Layers
import Random

extension LayerCheck {
  /// The checks of a submission's modules and of its passes.
  static func all(of submission: any Submission) -> [LayerCheck] {
    [
      LayerCheck(name: "Linear") { checkGradients(of: submission.linear, seed: $0) },
      LayerCheck(name: "Sigmoid") { checkGradients(of: submission.sigmoid, seed: $0) },
      LayerCheck(name: "Softmax") { checkGradients(of: submission.softmax, seed: $0) },
      LayerCheck(name: "CrossEntropy") {
        checkGradients(of: submission.crossEntropy, domains: [.target, .probabilities], seed: $0)
      },
      LayerCheck(name: "Network") { checkPasses(of: submission, seed: $0) },
    ]
  }
}

/// Compares what `backward` says of the loss of an example with the differences of `forward`.
private func checkPasses(of submission: any Submission, seed: UInt32) -> GradientReport {
  var random = RandomState(seed: seed)
  func draw(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(
      rows: rows, columns: columns, (0..<rows * columns).map { _ in random.uniform(-0.5, 0.5) })
  }
  let (x, y) = (draw(1, 5), Matrix(row: [0, 0, 1]))
  let point = [draw(4, 6), draw(3, 5)]
  return GradientReport(name: "Network", tolerance: 5e-9) { report in
    let o = try submission.forward(x: x, y: y, alpha: point[0], beta: point[1])
    let g = try submission.backward(x: x, y: y, alpha: point[0], beta: point[1], after: o)
    for (gradient, value) in zip([g.alpha, g.beta], point) where gradient.shape != value.shape {
      throw ShapeError("NNBackward", "a gradient is \(gradient.shape), expected \(value.shape)")
    }
    try report.compare([g.alpha, g.beta], of: "J", by: ["α", "β"], at: point) { point in
      try submission.forward(x: x, y: y, alpha: point[0], beta: point[1]).loss
    }
  }
}
