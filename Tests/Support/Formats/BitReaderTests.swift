import Testing

@testable import Formats

private let bytes = (0..<50).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 41) }

/// The number in `count` bits from bit `start` on, one after the other.
private func number(at start: Int, bits count: Int) -> Int {
  (start..<start + count).reversed().reduce(0) { $0 << 1 | Int(bytes[$1 / 8] >> ($1 % 8) & 1) }
}

@Test(arguments: 1...32)
func numbersAreReadFromTheLowestBit(bits count: Int) throws {
  var reader = BitReader(bytes)
  for start in stride(from: 0, through: 8 * bytes.count - count, by: count) {
    #expect(try reader.read(count) == number(at: start, bits: count))
    #expect(reader.offset == (start + count + 7) / 8)
  }
}

@Test func bytesAreSkippedFromTheStartOfOne() throws {
  var reader = BitReader(bytes)
  _ = try reader.read(19)
  reader.alignToByte()
  #expect(reader.offset == 3)
  reader.alignToByte()
  #expect(try reader.skipBytes(5) == 3..<8)
  #expect(try reader.read(16) == number(at: 64, bits: 16))
  #expect(try reader.skipBytes(40) == 10..<50)
}

/// Reads until an error, which is returned.
private func failure(_ body: () throws(GzipError) -> Void) -> GzipError? {
  do throws(GzipError) {
    try body()
    return nil
  } catch {
    return error
  }
}

@Test(arguments: 0...20)
func nothingIsReadBehindTheEnd(size: Int) throws {
  var reader = BitReader([UInt8](repeating: 255, count: size))
  for _ in 0..<8 * size { #expect(try reader.read(1) == 1) }
  try reader.checkEnd()
  for count in [1, 8, 32] {
    var reader = reader
    let error = failure { () throws(GzipError) in _ = try reader.read(count) }
    #expect(error?.offset == size)
    #expect(error?.message == "the end, where more is expected")
    #expect(reader.error("other").message == "the end, where more is expected")
  }
  let error = failure { () throws(GzipError) in try reader.skipBytes(1) }
  #expect(error?.message == "the end, where more is expected")
}

/// Zeros stand behind the end, but no endless stream of them.
@Test func refillingEndsBehindTheEnd() {
  var reader = BitReader([])
  var bits = 0
  let error = failure { () throws(GzipError) in
    while bits < 1000 {
      try reader.refill()
      reader.skip(8)
      bits += 8
    }
  }
  #expect(error?.offset == 0)
}
