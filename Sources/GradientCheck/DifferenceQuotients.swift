import Layers

/// Half the width of the central difference.
private let ε = 1e-5

/// The derivatives of all outputs of `f` with respect to matrix `k` of a point, by central
/// differences. Row i is of its element i, row-major: `(f(x + ε eᵢ) − f(x − ε eᵢ)) / 2ε`.
/// - Throws: what `f` throws.
package func differenceQuotients<Failure>(
  _ point: [Matrix], _ k: Int, _ f: ([Matrix]) throws(Failure) -> [Double]
) throws(Failure) -> [[Double]] {
  var moved = point
  var quotients: [[Double]] = []
  for i in 0..<point[k].shape.count {
    let (row, column) = (i / point[k].columns, i % point[k].columns)
    let value = point[k][row, column]
    moved[k][row, column] = value + ε
    let above = try f(moved)
    moved[k][row, column] = value - ε
    let below = try f(moved)
    moved[k][row, column] = value
    let width = (value + ε) - (value - ε)  // as rounded
    quotients.append(zip(above, below).map { ($0 - $1) / width })
  }
  return quotients
}

extension Int {
  /// A row-major index as `[row,column]`.
  package func indices(_ shape: Shape) -> String {
    "[\(self / shape.columns),\(self % shape.columns)]"
  }
}
