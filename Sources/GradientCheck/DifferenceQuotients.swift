import Layers

/// Half the width of the central difference.
private let ε = 1e-5

/// The derivatives of all outputs of `f` with respect to element `i` of `x`, row-major, by central
/// differences: `(f(x + ε eᵢ) − f(x − ε eᵢ)) / 2ε`.
/// - Throws: what `f` throws.
package func differenceQuotients<Failure>(
  _ x: Matrix, _ i: Int, _ f: (Matrix) throws(Failure) -> [Double]
) throws(Failure) -> [Double] {
  let (row, column) = (i / x.columns, i % x.columns)
  let value = x[row, column]
  var moved = x
  moved[row, column] = value + ε
  let above = try f(moved)
  moved[row, column] = value - ε
  let below = try f(moved)
  let width = (value + ε) - (value - ε)  // as rounded
  return zip(above, below).map { ($0 - $1) / width }
}

extension Int {
  /// A row-major index as `[row,column]`.
  package func indices(_ shape: Shape) -> String {
    "[\(self / shape.columns),\(self % shape.columns)]"
  }
}
