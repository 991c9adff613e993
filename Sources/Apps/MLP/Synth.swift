import Layers
import Random

extension Task {
  /// vugrad's synthetic points: (x₁, x₂) from N(0, I), and class 1 where
  /// x₁² + 1.5 x₁x₂ + 0.2 x₂² > 0.6.
  ///
  /// `RandomState(seed).randn(training + validation, 2)` draws the same points.
  static func synth(training: Int = 60_000, validation: Int = 10_000, seed: UInt32) -> Task {
    var random = RandomState(seed: seed)
    func draw(_ count: Int) -> LabelledSet {
      var x = Matrix(rows: count, columns: 2)
      var labels: [Int] = []
      for n in 0..<count {
        let (x1, x2) = (random.standardNormal(), random.standardNormal())
        (x[n, 0], x[n, 1]) = (x1, x2)
        labels.append(x1 * x1 + 1.5 * x1 * x2 + 0.2 * x2 * x2 > 0.6 ? 1 : 0)
      }
      return LabelledSet(x: x, labels: labels)
    }
    let trainingSet = draw(training)
    return Task(classes: 2, training: trainingSet, validation: draw(validation))
  }
}
