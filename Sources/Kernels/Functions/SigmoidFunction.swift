/// The sigmoid, or logistic function: σ(x) = 1 / (1 + e⁻ˣ); σ(x) ≈ eˣ down to the last subnormal at
/// −745.1.
///
/// With e⁻ˣ = 2ᵏ (1 + p), σ = w / (w + 1 + p) for w = 2⁻ᵏ: that cannot overflow. The denominator is
/// taken in two parts, d + rest, and 1 / (d + rest) ≈ 1/d − rest/d².
///
/// At most 1.4 ulp from the true value (measured); rises, but for a last bit between neighbours.
@inline(__always)
package func sigmoid(_ x: Vector) -> Vector {
  let e = SplitExponential((-x).limited(-40, 746))  // beyond, σ is 1 or 0 whatever x is
  let w = e.power.inverse
  let power = w.times(Vector(repeating: 1))
  let whole = power + 1
  let d = whole + e.minusOne
  let rest = ((whole - d) + e.minusOne) + ((1 - whole) + power)
  let y = 1 / d
  return w.times(y - y * (y * rest))
}
