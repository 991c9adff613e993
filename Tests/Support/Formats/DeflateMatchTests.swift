import Testing

@testable import Formats

@Test(arguments: Array(1...40) + [255, 256, 257, 258, 259, 600])
func matchesAreCopiedByteByByte(distance: Int) {
  let start = 600
  let original = (0..<start).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ $0 / 7) }
  for length in 3...DeflateMatch.longest {
    var expected = original
    for _ in 0..<length { expected.append(expected[expected.count - distance]) }
    var output = original + [UInt8](repeating: 170, count: DeflateMatch.longest + 40)
    var span = output.mutableSpan
    DeflateMatch(length: length, distance: distance).copy(in: &span, at: start)
    #expect(Array(output[..<(start + length)]) == expected, "length \(length)")
    #expect(output[(start + length + 7)...].allSatisfy { $0 == 170 }, "length \(length)")
  }
}
