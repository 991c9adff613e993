/// A canonical Huffman code (RFC 1951, section 3.2.2): shorter codes come before longer ones and
/// those of one length are in the order of the alphabet, so the lengths say it all.
struct HuffmanCode {
  /// The number of bits of the longest code that DEFLATE has.
  static let longest = 15
  /// Codes up to so many bits are looked up, the few longer ones found bit by bit.
  private static let widestTable = 11

  /// For the next bits, the first one lowest, the symbol whose code they start with.
  private let table: [DeflateSymbol]
  /// All symbols that have a code, in the order of their codes.
  private let symbols: [DeflateSymbol]
  /// How many codes there are of each length.
  private let counts: [Int]

  /// The code in which symbol i of `alphabet` takes `lengths[i]` bits, or none if that is 0; the
  /// lengths must be `areComplete`.
  init(lengths: some Collection<UInt8>, alphabet: [DeflateSymbol]) {
    counts = codeCounts(lengths)
    symbols = sorted(alphabet, lengths: lengths, counts: counts)
    let longest = counts.lastIndex { $0 > 0 } ?? 0
    table = lookUpTable(of: symbols, width: min(longest, Self.widestTable))
  }

  /// Whether there are as many codes as bits can tell apart: with more there is no code, with fewer
  /// some bits mean nothing. As the RFC has it, a single symbol takes one bit, and there may be no
  /// symbol.
  static func areComplete(_ lengths: some Collection<UInt8>) -> Bool {
    let counts = codeCounts(lengths)
    // How many strings of `length` bits start with no code so far.
    var unused = 1
    for length in 1...longest {
      unused = 2 * unused - counts[length]
      if unused < 0 { return false }
    }
    return unused == 0 || counts[2...].allSatisfy { $0 == 0 }
  }

  /// The symbol whose code the `bits` start with, the first bit lowest; `.invalid` if there is none.
  @inline(__always)
  func symbol(_ bits: UInt64) -> DeflateSymbol {
    let symbol = table[Int(truncatingIfNeeded: bits) & (table.count - 1)]
    return symbol.length > 0 ? symbol : rareSymbol(bits)
  }

  @inline(never)
  private func rareSymbol(_ bits: UInt64) -> DeflateSymbol {
    var code = 0
    // The first code of the length and its place in `symbols`.
    var first = 0
    var place = 0
    for length in 1...Self.longest {
      code = 2 * code + Int(bits >> UInt64(length - 1) & 1)
      first *= 2
      if code - first < counts[length] { return symbols[place + code - first] }
      first += counts[length]
      place += counts[length]
    }
    return .invalid
  }
}

/// How many codes there are of each length.
private func codeCounts(_ lengths: some Collection<UInt8>) -> [Int] {
  var counts = [Int](repeating: 0, count: HuffmanCode.longest + 1)
  for length in lengths where length > 0 { counts[Int(length)] += 1 }
  return counts
}

/// The symbols that have a code, sorted by its length.
private func sorted(
  _ alphabet: [DeflateSymbol], lengths: some Collection<UInt8>, counts: [Int]
) -> [DeflateSymbol] {
  var count = 0
  var places = counts.map { next in
    defer { count += next }
    return count
  }
  var symbols = [DeflateSymbol](repeating: .invalid, count: counts.reduce(0, +))
  for (var symbol, length) in zip(alphabet, lengths) where length > 0 {
    symbol.length = length
    symbols[places[Int(length)]] = symbol
    places[Int(length)] += 1
  }
  return symbols
}

/// For every string of `width` bits, the first one lowest, the symbol that it starts with.
private func lookUpTable(of symbols: [DeflateSymbol], width: Int) -> [DeflateSymbol] {
  var table = [DeflateSymbol](repeating: .invalid, count: 1 << width)
  // A code is counted up from its last bit, which is the highest one here. A longer code goes on
  // from there with zeros, which are there already.
  var code = 0
  for symbol in symbols {
    guard symbol.length <= width else { break }
    for index in stride(from: code, to: table.count, by: 1 << Int(symbol.length)) {
      table[index] = symbol
    }
    var bit = 1 << Int(symbol.length - 1)
    while code & bit != 0 {
      code ^= bit
      bit >>= 1
    }
    code |= bit
  }
  return table
}
