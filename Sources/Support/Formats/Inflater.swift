/// Decompresses the DEFLATE streams of a file (RFC 1951) one after the other.
struct Inflater {
  var reader: BitReader
  /// What was decompressed, and room behind it.
  private var output: [UInt8]
  /// How many bytes of `output` were decompressed.
  private var count = 0
  /// Where the output of the current stream starts: no distance goes back beyond that.
  private var start = 0
  private let limit: Int

  /// Room for a match, which is written in words and may then go seven bytes too far.
  private static let margin = DeflateMatch.longest + 7

  /// Makes room for `size` bytes of output, a guess, and never accepts more than `limit`.
  init(_ bytes: [UInt8], expecting size: Int, limit: Int) {
    reader = BitReader(bytes)
    // A match takes two bits or more, so that a byte of input makes at most 1032.
    self.limit = min(limit, bytes.count * 4 * DeflateMatch.longest)
    output = [UInt8](repeating: 0, count: min(size, self.limit) + Self.margin)
  }

  /// The output of all streams, without the room behind it. To cut it here does not copy it.
  mutating func finish() -> [UInt8] {
    output.removeLast(output.count - count)
    return output
  }

  /// Decompresses the stream that starts at the next byte; returns the size and checksum of its
  /// output.
  mutating func inflate() throws(GzipError) -> (size: Int, checksum: UInt32) {
    start = count
    var isLast = false
    while !isLast {
      isLast = try reader.read(1) == 1
      switch try reader.read(2) {
      case 0: try copyStoredBlock()
      case 1: try inflateBlock(.fixed)
      case 2: try inflateBlock(DeflateCodes.read(&reader))
      default: throw reader.error("a block of type 3, where 0, 1 or 2 is expected")
      }
    }
    reader.alignToByte()
    try reader.checkEnd()
    return (count - start, crc32(output.span.extracting(start..<count)))
  }

  private mutating func copyStoredBlock() throws(GzipError) {
    reader.alignToByte()
    let start = reader.offset
    let size = try reader.read(16)
    guard try reader.read(16) == ~size & 0xFFFF else {
      throw reader.error("a stored block's length that is not repeated inverted", at: start)
    }
    let source = try reader.skipBytes(size)
    try makeRoom(for: size)
    output.replaceSubrange(count..<count + size, with: reader.bytes[source])
    count += size
  }

  private mutating func inflateBlock(_ codes: DeflateCodes) throws(GzipError) {
    repeat { try makeRoom(for: 0) } while try !decode(codes)
  }

  /// Makes room for `size` bytes and one more match.
  private mutating func makeRoom(for size: Int) throws(GzipError) {
    guard size <= limit - count else { throw reader.error("more than \(limit) bytes of contents") }
    let needed = count + size + Self.margin
    guard output.count < needed else { return }
    let enlarged = max(needed, min(2 * output.count, limit + Self.margin))
    output += repeatElement(0, count: enlarged - output.count)
  }

  /// Decompresses until the block ends, or there may be too little room for a match: then false.
  private mutating func decode(_ codes: DeflateCodes) throws(GzipError) -> Bool {
    // Copies, which are kept in registers.
    var reader = reader
    var count = count
    let start = start
    defer {
      self.reader = reader
      self.count = count
    }
    var output = output.mutableSpan
    while count <= output.count - Self.margin {
      // A length, a distance and what is added to them take 48 bits or fewer.
      if reader.available < 48 { try reader.refill() }
      let symbol = codes.literalsAndLengths.symbol(reader.bits)
      reader.skip(Int(symbol.length))
      if symbol.value < DeflateAlphabet.endOfBlock {
        output[count] = UInt8(truncatingIfNeeded: symbol.value)
        count += 1
      } else if symbol.value > DeflateAlphabet.endOfBlock {
        let match = try DeflateMatch(symbol, &reader, codes.distances, reach: count - start)
        match.copy(in: &output, at: count)
        count += match.length
      } else {
        return true
      }
    }
    return false
  }
}
