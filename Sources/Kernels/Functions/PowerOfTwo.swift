/// 2ᵏ for whole numbers k in −1076…1076, where 2ᵏ itself may be out of range.
///
/// Numbers in 2⁵²…2⁵³ are whole, so adding one of them rounds, and leaves the whole number in the
/// low bits of the sum: there k + 2046, twice the exponent's bias, is kept.
package struct PowerOfTwo {
  private static let shift = 0x1.8p52 + 2046

  private let bits: SIMD8<UInt64>

  private init(bits: SIMD8<UInt64>) { self.bits = bits }

  /// 2ᵏ for k the whole number nearest to `exponent`.
  @inline(__always)
  package init(roundingExponent exponent: Vector) {
    bits = unsafeBitCast(exponent + Self.shift, to: SIMD8<UInt64>.self)
  }

  /// k.
  @inline(__always)
  package var exponent: Vector { unsafeBitCast(bits, to: Vector.self) - Self.shift }

  /// 2⁻ᵏ.
  @inline(__always)
  package var inverse: Self { Self(bits: (2 &* Self.shift.bitPattern) &- bits) }

  /// 2ᵏ; k must be in −1022…1023.
  @inline(__always)
  package var value: Vector { Self.power(bits &- 1023) }

  /// 2ᵏ y, rounded at most once: y is multiplied by two powers, of about k/2.
  @inline(__always)
  package func times(_ y: Vector) -> Vector {
    let half = bits &>> 1
    return y * Self.power(half) * Self.power(bits &- half)
  }

  /// The number with these low bits in the exponent's place.
  @inline(__always)
  private static func power(_ bits: SIMD8<UInt64>) -> Vector {
    unsafeBitCast(bits &<< 52, to: Vector.self)
  }
}
