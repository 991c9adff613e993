import Layers
import Operations

extension Measurements {
  /// Seconds of a product N×A times A×B, the least of some; of the elements of the left factor so
  /// large a share is not zero.
  static func matmul(_ n: Int, _ inner: Int, _ columns: Int, share: Double = 1) -> Double {
    var random = Scatter()
    func matrix(_ rows: Int, _ columns: Int, _ share: Double) -> Matrix {
      let values = (0..<rows * columns).map { _ in
        random.uniform() < share ? random.uniform() - 0.5 : 0
      }
      return Matrix(rows: rows, columns: columns, values)
    }
    let dense = matrix(n, inner, share)
    let a = share < 1 ? dense.sparse : dense
    let w = matrix(inner, columns, 1)
    var b = Matrix(rows: n, columns: columns)
    var (least, total) = (Double.infinity, 0.0)
    while total < 0.1 {
      let seconds = time { MatrixProduct().forward(a, w, into: &b) }
      least = min(least, seconds)
      total += seconds
    }
    return least
  }
}
