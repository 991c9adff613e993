import Layers
import Learning
import Random

/// Three Gaussian blobs in the plane, as scikit-learn's `make_blobs` draws them: the data of the
/// homework's classification.
public struct Blobs: Sendable {
  /// Where the blobs lie; the class is the index.
  public static let centers: [(x: Double, y: Double)] = [(-3, 1), (0, 2), (3, 1)]
  /// 500 points, of which the first 300 are for training.
  public static let count = 500
  private static let trainingCount = 300
  private static let deviation = 0.25

  /// The points and their classes, one-hot.
  public let training, test: DataSet

  /// Draws the points of each centre in turn, each its x and then its y, and shuffles them.
  /// - Throws: `ShapeError` never.
  public init(_ random: inout RandomState) throws(ShapeError) {
    let points = Self.draw(&random)
    let order = random.permutation(Self.count)
    let x = order.flatMap { [points[$0].x, points[$0].y] }
    var y = Matrix(rows: Self.count, columns: Self.centers.count)
    for (row, i) in order.enumerated() { y[row, points[i].label] = 1 }
    let all = try DataSet(x: Matrix(rows: Self.count, columns: 2, x), y: y)
    (training, test) = (all[..<Self.trainingCount], all[Self.trainingCount...])
  }

  /// 167, 167 and 166 points.
  private static func draw(_ random: inout RandomState) -> [(x: Double, y: Double, label: Int)] {
    centers.enumerated().flatMap { label, center in
      let share = count / centers.count + (label < count % centers.count ? 1 : 0)
      return (0..<share).map { _ in
        let x = random.normal(mean: center.x, standardDeviation: deviation)
        let y = random.normal(mean: center.y, standardDeviation: deviation)
        return (x, y, label)
      }
    }
  }
}
