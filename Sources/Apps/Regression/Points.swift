import Formats
import Layers
import Learning
import Regression

/// The points of a file, as they are and as a model sees them.
struct Points {
  let x, y: [Double]
  let data: DataSet

  init(_ path: String, _ features: Features) throws {
    let points = try PointCSV.read(path)
    (x, y) = (points.x, points.y)
    try expectMemory(
      Double(x.count) * (bytesOfRow(features.count) + bytesOfRow(1)),
      for: "\(x.count) points", path: path)
    data = try DataSet(x: features.of(x), y: Matrix(rows: y.count, columns: 1, y))
  }

  var places: [(x: Double, y: Double)] { zip(x, y).map { ($0, $1) } }
}

/// What a model sees of a number x.
enum Features: String, CaseIterable {
  case raw, steps

  var count: Int { self == .raw ? 1 : StepFeatures.count }

  func of(_ numbers: [Double]) -> Matrix {
    self == .raw
      ? Matrix(rows: numbers.count, columns: 1, numbers) : StepFeatures.of(numbers)
  }
}
