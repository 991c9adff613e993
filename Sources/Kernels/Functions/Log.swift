/// The natural logarithm; −∞ for 0, NaN below.
///
/// x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2, and log x = k ln 2 + log(1 + f). With s = f / (2 + f),
/// log(1 + f) = 2 artanh s = f − (½f² − s (½f² + R)), where R = ⅔s² + ⅖s⁴ + …: f itself is exact,
/// so only what is smaller gets rounded. ln 2 is taken in two parts, so that k times the first is
/// exact. Source: fdlibm's e_log.c.
///
/// At most 0.85 ulp from the true value (measured).
@inline(__always)
package func log(_ x: Vector) -> Vector {
  let (k, f) = split(x)
  let s = f / (2 + f)
  let halfSquare = 0.5 * f * f
  let tail = halfSquare - (s * (halfSquare + artanhTail(s * s)) + k * 0x1.a39ef35793c76p-33)
  return (k * 0x1.62e42feep-1 - (tail - f))
    .replacing(with: x, where: .!(x .< .infinity))
    .replacing(with: -.infinity, where: x .== 0)
    .replacing(with: .nan, where: x .< 0)
}

/// The natural logarithm, the same bits as in a vector.
@inline(__always)
package func log(of x: Double) -> Double { log(Vector(repeating: x))[0] }

/// ⅔z + ⅖z² + …, 10 terms: 2 artanh(s)/s − 2 for z = s² < 0.03.
@inline(__always)
private func artanhTail(_ z: Vector) -> Vector {
  let z2 = z * z
  let z4 = z2 * z2
  let a = 2.0 / 3 + z * (2.0 / 5)
  let b = 2.0 / 7 + z * (2.0 / 9)
  let c = 2.0 / 11 + z * (2.0 / 13)
  let d = 2.0 / 15 + z * (2.0 / 17)
  let e = 2.0 / 19 + z * (2.0 / 21)
  return z * ((a + z2 * b) + z4 * ((c + z2 * d) + z4 * e))
}

/// k and f of x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2, for positive finite x.
@inline(__always)
private func split(_ x: Vector) -> (exponent: Vector, fraction: Vector) {
  let isSubnormal = x .< .leastNormalMagnitude
  let normal = x.replacing(with: x * 0x1p54, where: isSubnormal)
  let bias = Vector(repeating: 0x1p52 + 1023)
    .replacing(with: 0x1p52 + 1023 + 54, where: isSubnormal)
  // Counted from √½, the bits of a number are k in the exponent's place, then the fraction.
  let root = 0.5.squareRoot().bitPattern
  let bits = unsafeBitCast(normal, to: SIMD8<UInt64>.self) &+ (1.0.bitPattern &- root)
  let exponent = unsafeBitCast((bits &>> 52) | 0x1p52.bitPattern, to: Vector.self) - bias
  let fraction = unsafeBitCast((bits & 0xF_FFFF_FFFF_FFFF) &+ root, to: Vector.self) - 1
  return (exponent, fraction)
}
