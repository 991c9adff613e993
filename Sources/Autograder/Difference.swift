import Layers

/// Compares with a reference, element by element.
///
/// The tolerance is relative to the reference's largest entry. Where the exact result is 0, all
/// that a reference holds is rounding error, so there the tolerance is absolute. NaN equals nothing.
///
/// - Returns: nil if they are close, otherwise the first difference, such as
///   `[0,2] is 0.5, expected 0.25 (relative tolerance 1e-12)`.
public func difference(
  _ found: Matrix, from expected: Matrix, tolerance: Double
) -> String? {
  guard found.shape == expected.shape else {
    return "the shape is \(found.shape), expected \(expected.shape)"
  }
  let largest = expected.values.lazy.map(abs).max() ?? 0
  let isZero = largest < tolerance
  let allowed = isZero ? tolerance : tolerance * largest
  for i in 0..<expected.rows {
    // Not `>`: a NaN or an infinity is never close.
    for j in 0..<expected.columns where !(abs(found[i, j] - expected[i, j]) <= allowed) {
      return "[\(i),\(j)] is \(found[i, j]), expected \(expected[i, j]) "
        + "(\(isZero ? "absolute" : "relative") tolerance \(tolerance))"
    }
  }
  return nil
}

/// Compares labels, which must be equal.
///
/// - Returns: nil if they are, otherwise the first difference, such as
///   `[17] is 3, expected 5 (23 of 100 differ)`.
public func difference(_ found: [Int], from expected: [Int]) -> String? {
  guard found.count == expected.count else {
    return "there are \(found.count), expected \(expected.count)"
  }
  let wrong = expected.indices.filter { found[$0] != expected[$0] }
  guard let first = wrong.first else { return nil }
  let count = "\(wrong.count) of \(expected.count) differ"
  return "[\(first)] is \(found[first]), expected \(expected[first]) (\(count))"
}
