/// The sum over the lanes: the halves first, then neighbours.
@inline(__always)
package func sum(of x: Vector) -> Double {
  let x = x.lowHalf + x.highHalf
  return (x[0] + x[1]) + (x[2] + x[3])
}

/// The sum of all numbers: eight partial sums, one per lane, added up at the end.
///
/// The padding is zero, so whole rows may be given. The order is fixed by this code and not by the
/// machine's vector width.
@inline(__always)
package func sum(of vectors: Span<Vector>) -> Double {
  var sums = Vector.zero
  for k in vectors.indices { sums += vectors[unchecked: k] }
  return sum(of: sums)
}

/// `Σ x[k] · y[k]`, in the same order.
@inline(__always)
package func dot(_ x: Span<Vector>, _ y: Span<Vector>) -> Double {
  var sums = Vector.zero
  for k in 0..<min(x.count, y.count) { sums += x[unchecked: k] * y[unchecked: k] }
  return sum(of: sums)
}

/// The largest of the first `count` numbers, −∞ for none; NaN is passed over.
///
/// Lane by lane: a scalar loop would wait for each comparison before it takes the next number.
@inline(__always)
package func maximum(of vectors: Span<Vector>, count: Int) -> Double {
  var largest = Vector(repeating: -.infinity)
  for k in 0..<vectors.count {
    let numbers = vectors[unchecked: k]
    let isElement = Vector.laneNumbers .< Double(count - k * Vector.scalarCount)
    largest.replace(with: numbers, where: numbers .> largest .& isElement)
  }
  return Kernels.maximum(of: largest)
}

/// The largest of the lanes.
@inline(__always)
private func maximum(of x: Vector) -> Double {
  let fours = x.lowHalf.replacing(with: x.highHalf, where: x.highHalf .> x.lowHalf)
  let twos = fours.lowHalf.replacing(with: fours.highHalf, where: fours.highHalf .> fours.lowHalf)
  return max(twos[0], twos[1])
}
