import Testing

@testable import Formats

/// The bytes of bits in their order in a stream, such as `1 10 0000000`; spaces mean nothing.
private func packed(_ text: String) -> [UInt8] {
  let bits = text.utf8.filter { $0 != UInt8(ascii: " ") }.map { $0 & 1 }
  return stride(from: 0, to: bits.count, by: 8).map { start in
    bits[start...].prefix(8).reversed().reduce(0) { $0 << 1 | $1 }
  }
}

/// A number in `count` bits, the lowest first.
private func number(_ value: Int, _ count: Int) -> String {
  (0..<count).map { value >> $0 & 1 == 1 ? "1" : "0" }.joined()
}

/// A code, the highest bit first.
private func code(_ value: Int, _ count: Int) -> String {
  String(number(value, count).reversed())
}

/// The start of a last block with codes of its own: `lengths` are those of the codes of the lengths
/// 0…15 and of the repetitions 16…18.
private func header(literals: Int, distances: Int, _ lengths: [Int: Int]) -> String {
  let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  return "1 01" + number(literals - 257, 5) + number(distances - 1, 5) + number(19 - 4, 4)
    + order.map { number(lengths[$0] ?? 0, 3) }.joined()
}

/// A last block of literals, lengths and distances in codes of these lengths; literals and lengths
/// that are not given have no code.
private func block(_ literals: [Int: Int], _ distances: [Int], _ symbols: String = "") -> String {
  let fourBits = Dictionary(uniqueKeysWithValues: (0...15).map { ($0, 4) })
  let count = max(257, (literals.keys.max() ?? 0) + 1)
  return header(literals: count, distances: distances.count, fourBits)
    + ((0..<count).map { literals[$0] ?? 0 } + distances).map { code($0, 4) }.joined() + symbols
}

/// `a` and `b`, the length 3 and the end, in the codes of blocks that do not bring their own.
private let a = code(0x30 + 0x61, 8)
private let b = code(0x30 + 0x62, 8)
private let three = code(1, 7)
private let end = code(0, 7)

private func stored(_ bytes: [UInt8]) -> String {
  number(bytes.count, 16) + number(~bytes.count & 0xFFFF, 16)
    + bytes.map { number(Int($0), 8) }.joined()
}

struct Stream: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let output: [UInt8]

  init(_ name: String, _ bits: String, _ output: some Sequence<UInt8>) {
    testDescription = name
    bytes = packed(bits)
    self.output = Array(output)
  }
}

private let accepted = [
  Stream("literals", "1 10" + a + b + end, "ab".utf8),
  Stream("literal of nine bits", "1 10" + code(400 + 0xC8 - 144, 9) + end, [0xC8]),
  Stream("two blocks", "0 10" + a + end + "1 10" + b + end, "ab".utf8),
  Stream("nothing stored", "1 00 00000" + stored([]), []),
  Stream(
    "stored behind another block", "0 10" + a + end + "1 00 000" + stored([0x7A, 0]),
    [0x61, 0x7A, 0]),
  Stream(
    "stored before another block", "0 00 00000" + stored([0x61]) + "1 10" + three + "00000" + end,
    "aaaa".utf8),
  Stream("length 3, distance 1", "1 10" + a + three + "00000" + end, "aaaa".utf8),
  Stream("length 258 by 285", "1 10" + a + code(0xC5, 8) + "00000" + end, longRun),
  Stream("length 258 by 284", "1 10" + a + code(0xC4, 8) + "11111" + "00000" + end, longRun),
  Stream("only the end, in one bit", block([256: 1], [0], "0"), []),
  Stream("no distance", block([97: 1, 256: 1], [0], "0 0 1"), "aa".utf8),
  Stream(
    "one distance, in one bit", block([97: 1, 256: 2, 257: 2], [1], "0 11 0 10"), "aaaa".utf8),
  Stream(
    // 2 takes one bit, 16 and 18 two: 253 zeros, 2, that six times more, 2.
    "repetition over both alphabets",
    header(literals: 257, distances: 4, [2: 1, 16: 2, 18: 2]) + "11" + number(127, 7) + "11"
      + number(104, 7) + "0" + "10" + number(3, 2) + "0" + "00 11", [253]),
  Stream(
    "many matches", "1 10" + a + String(repeating: code(0xC5, 8) + "00000", count: 100) + end,
    repeatElement(0x61, count: 25_801)),
]

private let longRun = [UInt8](repeating: 0x61, count: 259)

private func inflated(_ bytes: [UInt8], limit: Int = 1 << 20) throws(GzipError) -> [UInt8] {
  var inflater = Inflater(bytes, expecting: 0, limit: limit)
  let (size, checksum) = try inflater.inflate()
  #expect(inflater.reader.offset == bytes.count)
  let output = inflater.finish()
  #expect(size == output.count)
  #expect(checksum == crc32(output.span))
  return output
}

/// The offset and message of the error that inflating these bytes ends in.
private func failure(_ bytes: [UInt8], limit: Int = 1 << 20) -> (offset: Int, message: String)? {
  do throws(GzipError) {
    _ = try inflated(bytes, limit: limit)
    return nil
  } catch {
    return (error.offset, error.message)
  }
}

@Test(arguments: accepted)
func streamsByHandAreInflated(stream: Stream) throws {
  #expect(try inflated(stream.bytes) == stream.output)
}

@Test(arguments: accepted)
func cutStreamsAreRefused(stream: Stream) throws {
  for count in stream.bytes.indices {
    let error = try #require(failure(Array(stream.bytes[..<count])))
    #expect(error == (count, "the end, where more is expected"))
  }
}

@Test(arguments: accepted.filter { !$0.output.isEmpty })
func outputIsLimited(stream: Stream) throws {
  let size = stream.output.count
  #expect(try inflated(stream.bytes, limit: size) == stream.output)
  for limit in Set([0, size / 2, size - 1]) {
    #expect(failure(stream.bytes, limit: limit)?.message == "more than \(limit) bytes of contents")
  }
}

private let noSymbol = "bits that are no symbol of the block's codes"
private let noLiteralCode = "a code of literals and lengths that is over-subscribed or incomplete"
private let noDistanceCode = "a code of distances that is over-subscribed or incomplete"
private let noLengthCode = "a code of code lengths that is over-subscribed or incomplete"

@Test(arguments: [
  ("1 11", 1, "a block of type 3, where 0, 1 or 2 is expected"),
  (
    "1 00 00000" + number(1, 16) + number(1, 16), 1,
    "a stored block's length that is not repeated inverted"
  ),
  ("1 10" + a + code(0xC6, 8) + "00000", 3, noSymbol),
  ("1 10" + a + code(0xC7, 8) + "00000", 3, noSymbol),
  ("1 10" + a + three + code(30, 5), 3, noSymbol),
  ("1 10" + a + three + code(31, 5), 3, noSymbol),
  ("1 10" + three + "00000", 2, "a distance of 1, where 0 is the most"),
  ("1 10" + a + three + "00001", 3, "a distance of 2, where 1 is the most"),
  (
    header(literals: 287, distances: 1, [:]), 1,
    "codes for 287 literals and lengths and 1 distances, where 286 and 30 are the most"
  ),
  (
    header(literals: 257, distances: 31, [:]), 1,
    "codes for 257 literals and lengths and 31 distances, where 286 and 30 are the most"
  ),
  (header(literals: 257, distances: 1, [0: 1, 1: 1, 2: 1]), 2, noLengthCode),
  (header(literals: 257, distances: 1, [0: 1, 1: 2]), 2, noLengthCode),
  (header(literals: 257, distances: 1, [0: 7]), 2, noLengthCode),
  (header(literals: 257, distances: 1, [:]), 10, "bits that are no code length"),
  (header(literals: 257, distances: 1, [1: 1]) + "1", 10, "bits that are no code length"),
  (
    header(literals: 257, distances: 1, [0: 1, 16: 1]) + "1", 10,
    "a repetition before the first code length"
  ),
  (
    header(literals: 257, distances: 1, [0: 1, 18: 1]) + "1 1111111 1 1111111", 12,
    "276 code lengths, where 258 are expected"
  ),
  (block([97: 1, 98: 1], [0]), 1, "a block without a code for its end"),
  (block([97: 1, 98: 1, 256: 1], [0]), 1, noLiteralCode),
  (block([97: 2, 256: 2], [0]), 1, noLiteralCode),
  (block([256: 2], [0]), 1, noLiteralCode),
  (block([256: 1], [1, 1, 1]), 1, noDistanceCode),
  (block([256: 1], [1, 2]), 1, noDistanceCode),
  (block([256: 1], [2]), 1, noDistanceCode),
  (block([256: 1], [0], "1"), 139, noSymbol),
  (block([97: 1, 256: 2, 257: 2], [0], "0 11 0"), 140, noSymbol),
  (block([97: 1, 256: 2, 257: 2], [1], "0 11 1"), 140, noSymbol),
])
func malformedStreamsAreRefused(bits: String, offset: Int, message: String) throws {
  // More bytes, so that it is not the end of the file that is wrong.
  let error = try #require(failure(packed(bits) + [UInt8](repeating: 0, count: 20)))
  #expect(error == (offset, message))
}

/// A block of three bytes, of which the file has two.
@Test func storedBlockEndsWithTheFile() {
  let error = failure(packed("1 00 00000" + number(3, 16) + number(~3 & 0xFFFF, 16)) + [1, 2])
  #expect(error ?? (0, "") == (7, "the end, where more is expected"))
}

/// Blocks with all of `contents` as they are, and then a last block of these symbols.
private func stream(_ contents: [UInt8], then symbols: String) -> [UInt8] {
  stride(from: 0, to: contents.count, by: 0xFFFF).flatMap { start in
    let part = contents[start...].prefix(0xFFFF)
    return packed("0 00 00000" + number(part.count, 16) + number(~part.count & 0xFFFF, 16)) + part
  } + packed("1 10" + symbols + end)
}

/// The room that is made for a match has to do for the words in which it is written.
@Test(arguments: 1...4)
func matchesFitTheRoomThatIsLeft(distance: Int) throws {
  let contents: [UInt8] = [1, 2, 3, 4]
  for length in 227...258 {
    let match = code(0xC4, 8) + number(length - 227, 5) + code(distance - 1, 5)
    let bytes = stream(contents, then: match)
    var inflater = Inflater(bytes, expecting: contents.count, limit: 1 << 20)
    _ = try inflater.inflate()
    let repeated = (0..<length).map { contents[4 - distance + $0 % distance] }
    #expect(inflater.finish() == contents + repeated)
  }
}

@Test func distancesGoBackOverTheWindow() throws {
  let contents = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
  let farthest = three + code(29, 5) + number(8191, 13)
  for count in [32_768, 32_769, 65_535, 70_000] {
    let part = Array(contents[..<count])
    let output = try inflated(stream(part, then: farthest))
    #expect(output == part + part[(count - 32_768)...].prefix(3))
    // With as much output as their numbers could mean, two codes still mean nothing.
    for other in [30, 31] {
      #expect(failure(stream(part, then: three + code(other, 5)))?.message == noSymbol)
    }
  }
  let error = failure(stream(Array(contents[..<32_767]), then: farthest))
  #expect(error?.message == "a distance of 32768, where 32767 is the most")
}
