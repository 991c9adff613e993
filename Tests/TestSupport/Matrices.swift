import Layers

extension Matrix {
  /// The largest difference of two elements; infinite for other shapes or NaN.
  package func distance(to other: Matrix) -> Double {
    guard shape == other.shape else { return .infinity }
    let differences = zip(values, other.values).map { abs($0 - $1) }
    return differences.contains { $0.isNaN } ? .infinity : differences.max() ?? 0
  }

  /// The same, relative to the other's largest number.
  package func relativeDistance(to other: Matrix) -> Double {
    let distance = distance(to: other)
    return distance == 0 ? 0 : distance / (other.values.map(abs).max() ?? 1)
  }

  /// Whether every element is within `tolerance` of `expected`, relative to the larger of it and 1.
  /// Infinities must be the same; NaN is never close.
  package func isClose(to expected: [Double], _ tolerance: Double = 1e-15) -> Bool {
    values.count == expected.count
      && zip(values, expected).allSatisfy {
        $0 == $1 || abs($0 - $1) <= tolerance * max(1, abs($1))
      }
  }

  /// Whether it has the same shape, and every element is close.
  package func isClose(to expected: Matrix, _ tolerance: Double) -> Bool {
    shape == expected.shape && isClose(to: expected.values, tolerance)
  }

  /// Numbers between −1 and 1 without a pattern, always the same.
  package static func irregular(_ rows: Int, _ columns: Int, _ first: Int = 1) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      (0..<rows * columns).map { Double(((first + $0) * 7919) % 200) / 100 - 0.995 })
  }
}
