/// The types of floating-point numbers that are read; written are 64 bits. A Double equals each of
/// them.
enum SafetensorsType: String {
  /// IEEE 754's numbers of 64, 32 and 16 bits.
  case double = "F64"
  case single = "F32"
  case half = "F16"
  /// The upper half of the bits of an F32.
  case brain = "BF16"

  /// The number of bytes of a value.
  var size: Int {
    switch self {
    case .double: 8
    case .single: 4
    case .half, .brain: 2
    }
  }

  /// The number that these bits stand for.
  @inline(__always)
  func value(ofBits bits: UInt64) -> Double {
    switch self {
    case .double: Double(bitPattern: bits)
    case .single: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .half: halfPrecision(bits)
    case .brain: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
    }
  }
}

/// A number of 1 bit for the sign, 5 for the exponent, 10 for the fraction. Swift's `Float16` is not
/// there on every machine.
private func halfPrecision(_ bits: UInt64) -> Double {
  let fraction = Double(bits & 0x3FF) / 1024
  let magnitude: Double =
    switch bits >> 10 & 0x1F {
    case 0: fraction * 0x1p-14
    case 31: fraction == 0 ? .infinity : .nan
    case let exponent: Double(sign: .plus, exponent: Int(exponent) - 15, significand: 1 + fraction)
    }
  return bits >> 15 == 0 ? magnitude : -magnitude
}
