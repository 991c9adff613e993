extension Double {
  /// The correctly rounded value of a decimal number such as `1`, `.5`, `-0.25` or `+1e-3`.
  ///
  /// The whole text must be the number. Nil for everything else, also for `nan`, `inf`, `0x10`,
  /// spaces, and for a number that is too large to be finite.
  public init?(decimal text: Span<UInt8>) {
    var number = DecimalScanner()
    guard number.scan(text) else { return nil }
    if let value = number.exactValue {
      self = value
      return
    }
    let copy = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    guard let value = Double(copy), value.isFinite else { return nil }
    self = value
  }

  /// The same for a string.
  public init?(decimal text: String) {
    let bytes = Array(text.utf8)
    self.init(decimal: bytes.span)
  }
}

/// Reads `[+-] digits [. digits] [e [+-] digits]`, with a digit before or after the point.
private struct DecimalScanner {
  private var isNegative = false
  /// The digits without the point.
  private var significand = Digits()
  /// The power of ten that the significand is multiplied by.
  private var exponent = 0

  /// Whether the whole of `text` is a decimal number.
  mutating func scan(_ text: Span<UInt8>) -> Bool {
    var position = 0
    isNegative = skipSign(text, &position)
    var count = significand.scan(text, &position)
    if position < text.count, text[position] == UInt8(ascii: ".") {
      position += 1
      let fraction = significand.scan(text, &position)
      exponent = -fraction
      count += fraction
    }
    guard count > 0 else { return false }
    if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard scanExponent(text, &position) else { return false }
    }
    return position == text.count
  }

  private mutating func scanExponent(_ text: Span<UInt8>, _ position: inout Int) -> Bool {
    let isNegative = skipSign(text, &position)
    var digits = Digits()
    guard digits.scan(text, &position) > 0 else { return false }
    // Beyond every exponent of a Double the exact digits no longer matter here.
    let magnitude = Int(min(digits.value, 1 << 40))
    exponent += isNegative ? -magnitude : magnitude
    return true
  }

  /// The value, if one exactly rounded operation on exact numbers gives it: a significand up to
  /// 2⁵³ and a power of ten up to 10²² (W. D. Clinger, How to Read Floating Point Numbers
  /// Accurately, 1990). Nil if more is needed.
  var exactValue: Double? {
    guard significand.fits else { return nil }
    var significand = significand.value
    var exponent = exponent
    // `7.000000000000000000e+00`, as NumPy's savetxt writes it.
    while significand > 1 << 53, significand.isMultiple(of: 10) {
      significand /= 10
      exponent += 1
    }
    guard significand <= 1 << 53, abs(exponent) < powersOfTen.count || significand == 0 else {
      return nil
    }
    let value = isNegative ? -Double(significand) : Double(significand)
    if significand == 0 { return value }
    return exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
  }
}

/// The number that runs of digits make.
private struct Digits {
  /// The number, as long as it fits.
  var value: UInt64 = 0
  var fits = true

  /// Appends a run of digits and counts them.
  mutating func scan(_ text: Span<UInt8>, _ position: inout Int) -> Int {
    let start = position
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // Below this bound another digit cannot overflow.
      fits = fits && value < UInt64.max / 10
      if fits { value = value * 10 + UInt64(digit) }
      position += 1
    }
    return position - start
  }
}

/// Whether a minus sign is next; goes over it, or over a plus sign.
private func skipSign(_ text: Span<UInt8>, _ position: inout Int) -> Bool {
  guard position < text.count else { return false }
  let isMinus = text[position] == UInt8(ascii: "-")
  if isMinus || text[position] == UInt8(ascii: "+") { position += 1 }
  return isMinus
}

/// 10⁰…10²², the powers of ten that a Double holds exactly.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
