import Random
import Testing

struct RandomStateTests {
  private static let cases = [
    "randomSample", "uniform", "integer", "shuffle", "permutation", "standardNormal", "normal",
    "mixed",
  ]

  /// The calls of a case share one stream, so this also checks how many words each consumes.
  @Test(arguments: cases, RandomFixture.seeds)
  func drawsAreNumPys(name: String, seed: UInt32) throws {
    let calls = try RandomFixture.calls(name, seed: seed)
    #expect(!calls.isEmpty)
    var random = RandomState(seed: seed)
    for call in calls {
      // One difference spoils the rest of the stream, so the first ends the test.
      let same = try random.repeats(call)
      try #require(same, "NumPy: \(call.line.prefix(200))")
    }
  }

  @Test func valuesAreCopied() {
    var original = RandomState(seed: 1)
    _ = original.standardNormal()
    var copy = original
    let ahead = (0..<700).map { _ in copy.standardNormal() }
    #expect((0..<700).map { _ in original.standardNormal() } == ahead)
  }
}

extension RandomState {
  /// Makes the recorded call on this generator; true if it draws the same bits.
  fileprivate mutating func repeats(_ call: RecordedCall) throws -> Bool {
    switch call.function {
    case "randomSample": return call.drew(randomSample())
    case "uniform": return call.drew(uniform(try call.double(0), try call.double(1)))
    case "integer": return call.drew([integer(upTo: UInt64(try call.integer(0)))])
    case "permutation": return call.drew(permutation(try call.integer(0)))
    case "shuffleSquares":
      var squares = (0..<(try call.integer(0))).map { $0 * $0 }
      shuffle(&squares)
      return call.drew(squares)
    // Bit for bit only if the C library's `log` rounds as the one NumPy was run with.
    case "standardNormal": return call.drew(standardNormal())
    case "normal":
      return call.drew(normal(mean: try call.double(0), standardDeviation: try call.double(1)))
    default: return false
    }
  }
}
