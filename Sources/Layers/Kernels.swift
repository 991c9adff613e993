/// `y += s · x`, vector by vector.
@inline(__always)
func addScaled(_ s: Double, _ x: Span<Vector>, to y: inout MutableSpan<Vector>) {
  let s = Vector(repeating: s)
  for k in 0..<min(x.count, y.count) { y[k] += s * x[k] }
}

/// `Σ x[k] · y[k]`: eight partial sums, one per lane, added up at the end.
///
/// The order is fixed by this code and not by the machine's vector width.
@inline(__always)
func dot(_ x: Span<Vector>, _ y: Span<Vector>) -> Double {
  var sums = Vector.zero
  for k in 0..<min(x.count, y.count) { sums += x[k] * y[k] }
  let fours = sums.lowHalf + sums.highHalf
  let twos = fours.lowHalf + fours.highHalf
  return twos[0] + twos[1]
}
