/// What a symbol of a DEFLATE alphabet stands for.
struct DeflateSymbol {
  /// A byte, a length, a distance, …
  var value: UInt16
  /// How many bits follow, whose number is added to `value`.
  var extraBits: UInt8 = 0
  /// How many bits the symbol itself takes; 0 if it has no code.
  var length: UInt8 = 0

  /// Neither a length nor a distance: for symbols that must not occur, and bits that are no symbol.
  static let invalid = DeflateSymbol(value: .max)
}

/// The alphabets of a block and of its header (RFC 1951, sections 3.2.5 and 3.2.7).
enum DeflateAlphabet {
  /// The bytes, the end of a block, and the lengths 3…258 as values from 257 on.
  static let literalsAndLengths =
    (0...endOfBlock).map { DeflateSymbol(value: UInt16($0)) }
    + ranges(from: 3 + lengthOffset, symbolsPerDoubling: 4, count: 28)
    + [DeflateSymbol(value: UInt16(DeflateMatch.longest + lengthOffset)), .invalid, .invalid]

  static let distances = ranges(from: 1, symbolsPerDoubling: 2, count: 30) + [.invalid, .invalid]

  /// The lengths of codes, 0…15, and three kinds of repetition.
  static let codeLengths = (0..<19).map { DeflateSymbol(value: UInt16($0)) }

  /// The value that ends a block.
  static let endOfBlock = 256
  /// Added to a length to tell it from the bytes and the end.
  static let lengthOffset = 254
}

/// Symbols for consecutive ranges of numbers. A range is twice as wide as the one
/// `symbolsPerDoubling` before, but the first ones hold one number each.
private func ranges(from first: Int, symbolsPerDoubling: Int, count: Int) -> [DeflateSymbol] {
  var value = first
  return (0..<count).map { index in
    let extraBits = max(0, index / symbolsPerDoubling - 1)
    defer { value += 1 << extraBits }
    return DeflateSymbol(value: UInt16(value), extraBits: UInt8(extraBits))
  }
}
