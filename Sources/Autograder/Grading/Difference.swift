import Formats

/// Compares a tensor with two axes with what is right, element by element.
///
/// The tolerance is relative to the expected tensor's largest entry. Where the exact result is 0, all
/// that was computed is rounding error, so there the tolerance is absolute. NaN equals nothing.
///
/// - Returns: nil if they are close, otherwise the first difference, such as
///   `[0,2] is 0.5, expected 0.25 (relative tolerance 1e-12)`.
public func difference(
  _ found: SafetensorsFile.Tensor, from expected: SafetensorsFile.Tensor, tolerance: Double
) -> String? {
  guard found.shape == expected.shape else {
    return "the shape is \(shapeText(found.shape)), expected \(shapeText(expected.shape))"
  }
  if tolerance == 0 { return inequality(found.values, expected.values) }
  let largest = expected.values.lazy.map(abs).max() ?? 0
  let isZero = largest < tolerance
  let allowed = isZero ? tolerance : tolerance * largest
  let columns = max(1, expected.shape[1])
  // Not `>`: a NaN or an infinity is never close.
  for k in expected.values.indices where !(abs(found.values[k] - expected.values[k]) <= allowed) {
    return "[\(k / columns),\(k % columns)] is \(found.values[k]), expected \(expected.values[k]) "
      + "(\(isZero ? "absolute" : "relative") tolerance \(tolerance))"
  }
  return nil
}

/// Labels and rates must be equal.
private func inequality(_ found: [Double], _ expected: [Double]) -> String? {
  let wrong = expected.indices.filter { found[$0] != expected[$0] }
  guard let first = wrong.first else { return nil }
  let count = expected.count > 1 ? " (\(wrong.count) of \(expected.count) differ)" : ""
  return "[\(first)] is \(short(found[first])), expected \(short(expected[first]))\(count)"
}

private func short(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// `4×3`
public func shapeText(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
