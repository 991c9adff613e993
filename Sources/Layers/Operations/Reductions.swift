/// The sum of all numbers: eight partial sums, one per lane, added up at the end, neighbours first.
///
/// The padding is zero, so whole rows may be given. The order is fixed by this code and not by the
/// machine's vector width.
@inline(__always)
func sum(of vectors: Span<Vector>) -> Double {
  var sums = Vector.zero
  for k in 0..<vectors.count { sums += vectors[unchecked: k] }
  let pairs = sums.evenHalf + sums.oddHalf
  let fours = pairs.evenHalf + pairs.oddHalf
  return fours[0] + fours[1]
}

/// The largest of the first `count` numbers, −∞ for none; NaN is passed over.
///
/// Lane by lane: a scalar loop would wait for each comparison before it takes the next number.
@inline(__always)
func maximum(of vectors: Span<Vector>, count: Int) -> Double {
  var largest = Vector(repeating: -.infinity)
  for k in 0..<vectors.count {
    let numbers = vectors[unchecked: k]
    let isElement = Vector.laneNumbers .< Double(count - k * Vector.scalarCount)
    largest.replace(with: numbers, where: numbers .> largest .& isElement)
  }
  return largest.max()
}

extension Vector {
  /// 0, 1, … 7.
  static var laneNumbers: Self { Self(0, 1, 2, 3, 4, 5, 6, 7) }
}
