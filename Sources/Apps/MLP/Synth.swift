import Layers
import Learning
import Random

extension Classification {
  /// vugrad's synthetic points: (x₁, x₂) from N(0, I), and class 1 where
  /// x₁² + 1.5 x₁x₂ + 0.2 x₂² > 0.6.
  ///
  /// `RandomState(seed).randn(training + validation, 2)` draws the same points.
  static func synth(
    training: Int = 60_000, validation: Int = 10_000, seed: UInt32
  ) throws -> Classification {
    var random = RandomState(seed: seed)
    func draw(_ count: Int) throws -> DataSet {
      var (x, y) = (Matrix(rows: count, columns: 2), Matrix(rows: count, columns: 2))
      for n in 0..<count {
        let (x1, x2) = (random.standardNormal(), random.standardNormal())
        (x[n, 0], x[n, 1]) = (x1, x2)
        y[n, x1 * x1 + 1.5 * x1 * x2 + 0.2 * x2 * x2 > 0.6 ? 1 : 0] = 1
      }
      return try DataSet(x: x, y: y)
    }
    return Classification(training: try draw(training), validation: try draw(validation))
  }
}
