/// A repetition of earlier output: how many bytes, and how far back the first of them is.
struct DeflateMatch {
  static let longest = 258
  static let farthest = 1 << 15

  let length: Int
  let distance: Int

  /// Writes the bytes to `output`, from `start` on, and up to seven more.
  @inline(__always)
  func copy(in output: inout MutableSpan<UInt8>, at start: Int) {
    // What repeats every n bytes also does every 2n, 4n and 8n. Over such a period of eight bytes
    // or more, whole words can be copied.
    let period = distance << max(0, distance.leadingZeroBitCount - 60)
    for index in start..<start + period - distance { output[index] = output[index - distance] }
    var bytes = output.mutableBytes
    for index in stride(from: start + period - distance, to: start + length, by: 8) {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: index - period, as: UInt64.self)
      bytes.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
    }
  }
}

extension DeflateMatch {
  /// Reads what follows the symbol of a length; the distance goes back at most `reach` bytes.
  @inline(__always)
  init(
    _ symbol: DeflateSymbol, _ reader: inout BitReader, _ distances: HuffmanCode, reach: Int
  ) throws(GzipError) {
    length = Int(symbol.value) - DeflateAlphabet.lengthOffset + reader.take(Int(symbol.extraBits))
    let symbol = distances.symbol(reader.bits)
    reader.skip(Int(symbol.length))
    distance = Int(symbol.value) + reader.take(Int(symbol.extraBits))
    guard length <= Self.longest, distance <= Self.farthest else {
      throw reader.error("bits that are no symbol of the block's codes")
    }
    guard distance <= reach else {
      throw reader.error("a distance of \(distance), where \(reach) is the most")
    }
  }
}
