import Layers

/// Rows and columns exchanged: `b[k, n] = a[n, k]`.
///
/// `a`: N×K; `b`: K×N. Gradient: `gA[n, k] = gB[k, n]`.
public struct Transpose: UnaryModule, Operation {
  /// Printed as `transpose`.
  public init() {}

  /// K×N for `a: N×K`.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(a.columns, a.rows) }

  /// `b[k, n] = a[n, k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for k in 0..<b.rows {
      var row = b.mutableRow(k)
      for n in row.indices { row[n] = a[n, k] }
    }
  }

  /// `gA[n, k] += gB[k, n]`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<gA.rows {
      var row = gA.mutableRow(n)
      for k in row.indices { row[k] += gB[k, n] }
    }
  }
}
