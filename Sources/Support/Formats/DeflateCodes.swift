/// The two codes that a compressed block is written in.
struct DeflateCodes {
  let literalsAndLengths: HuffmanCode
  let distances: HuffmanCode

  /// The codes of blocks that do not bring their own (RFC 1951, section 3.2.6).
  static let fixed = DeflateCodes(
    literalsAndLengths: [(8, 144), (9, 112), (7, 24), (8, 8)].flatMap { length, count in
      [UInt8](repeating: length, count: count)
    },
    distances: [UInt8](repeating: 5, count: 32))

  private init(literalsAndLengths: [UInt8], distances: some Collection<UInt8>) {
    self.literalsAndLengths = HuffmanCode(
      lengths: literalsAndLengths, alphabet: DeflateAlphabet.literalsAndLengths)
    self.distances = HuffmanCode(lengths: distances, alphabet: DeflateAlphabet.distances)
  }

  /// Reads the codes that a block brings (RFC 1951, section 3.2.7).
  static func read(_ reader: inout BitReader) throws(GzipError) -> DeflateCodes {
    let start = reader.offset
    let literals = try reader.read(5) + 257
    let distances = try reader.read(5) + 1
    guard literals <= 286, distances <= 30 else {
      throw reader.error(
        "codes for \(literals) literals and lengths and \(distances) distances, where 286 and 30"
          + " are the most", at: start)
    }
    let code = try readCodeOfLengths(&reader)
    let lengths = try readLengths(&reader, code, count: literals + distances)
    guard lengths[DeflateAlphabet.endOfBlock] > 0 else {
      throw reader.error("a block without a code for its end", at: start)
    }
    let literalLengths = Array(lengths[..<literals])
    let distanceLengths = lengths[literals...]
    try check(literalLengths, of: "literals and lengths", reader, start)
    try check(distanceLengths, of: "distances", reader, start)
    return DeflateCodes(literalsAndLengths: literalLengths, distances: distanceLengths)
  }

  /// The code in which the lengths of both codes are written.
  private static func readCodeOfLengths(
    _ reader: inout BitReader
  ) throws(GzipError) -> HuffmanCode {
    let start = reader.offset
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [UInt8](repeating: 0, count: order.count)
    let count = try reader.read(4) + 4
    for symbol in order.prefix(count) { lengths[symbol] = UInt8(try reader.read(3)) }
    try check(lengths, of: "code lengths", reader, start)
    return HuffmanCode(lengths: lengths, alphabet: DeflateAlphabet.codeLengths)
  }

  /// The lengths of both codes, one after the other: a repetition may begin in one and end in the
  /// other.
  private static func readLengths(
    _ reader: inout BitReader, _ code: HuffmanCode, count: Int
  ) throws(GzipError) -> [UInt8] {
    var lengths: [UInt8] = []
    while lengths.count < count {
      try reader.refill()
      let symbol = code.symbol(reader.bits)
      reader.skip(Int(symbol.length))
      switch (symbol.value, lengths.last) {
      case (0...15, _): lengths.append(UInt8(symbol.value))
      case (16, let last?): lengths += repeatElement(last, count: 3 + reader.take(2))
      case (17, _): lengths += repeatElement(0, count: 3 + reader.take(3))
      case (18, _): lengths += repeatElement(0, count: 11 + reader.take(7))
      case (16, nil): throw reader.error("a repetition before the first code length")
      default: throw reader.error("bits that are no code length")
      }
    }
    guard lengths.count == count else {
      throw reader.error("\(lengths.count) code lengths, where \(count) are expected")
    }
    return lengths
  }

  private static func check(
    _ lengths: some Collection<UInt8>, of name: String, _ reader: BitReader, _ offset: Int
  ) throws(GzipError) {
    guard HuffmanCode.areComplete(lengths) else {
      throw reader.error("a code of \(name) that is over-subscribed or incomplete", at: offset)
    }
  }
}
