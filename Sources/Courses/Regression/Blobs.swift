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
    var x = Matrix(rows: Self.count, columns: 2)
    var y = Matrix(rows: Self.count, columns: Self.centers.count)
    let (points, labels) = Self.draw(&random)
    for (row, i) in random.permutation(Self.count).enumerated() {
      (x[row, 0], x[row, 1]) = points[i]
      y[row, labels[i]] = 1
    }
    let all = try DataSet(x: x, y: y)
    (training, test) = (all[..<Self.trainingCount], all[Self.trainingCount...])
  }

  /// 167, 167 and 166 points.
  private static func draw(
    _ random: inout RandomState
  ) -> (points: [(Double, Double)], labels: [Int]) {
    var points: [(Double, Double)] = []
    var labels: [Int] = []
    for (label, center) in centers.enumerated() {
      let share = count / centers.count + (label < count % centers.count ? 1 : 0)
      for _ in 0..<share {
        let x = random.normal(mean: center.x, standardDeviation: deviation)
        points.append((x, random.normal(mean: center.y, standardDeviation: deviation)))
        labels.append(label)
      }
    }
    return (points, labels)
  }
}
