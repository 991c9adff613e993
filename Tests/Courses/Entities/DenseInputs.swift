import Graph
import Layers
import Learning

@testable import Entities

/// The one-hot rows of the characters as registers with gradients, multiplied by ``Linear``: slow,
/// and without the tricks of ``OneHotLinear``.
final class DenseInputs {
  let set: DataSet
  let vocabulary: Int
  var module: any BinaryModule = Linear()
  /// The registers by their first position.
  private(set) var registers: [(position: Int, register: Register)] = []

  init(_ set: DataSet, vocabulary: Int) {
    self.set = set
    self.vocabulary = vocabulary
  }

  func layer(
    _ list: WengertList, _ name: String, _ positions: Range<Int>, _ w: Register
  ) throws(ShapeError) -> Register {
    let x = list.parameter(
      "X\(positions.lowerBound + 1)", Shape(set.count, positions.count * vocabulary))
    try list.setValue(oneHot(positions), of: x)
    registers.append((positions.lowerBound, x))
    return try list.record(name, module, x, w)
  }

  func oneHot(_ positions: Range<Int>) -> Matrix {
    var rows = Matrix(rows: set.count, columns: positions.count * vocabulary)
    for n in 0..<set.count {
      for (k, position) in positions.enumerated() {
        rows[n, k * vocabulary + Int(set.x[n, position])] = 1
      }
    }
    return rows
  }
}
