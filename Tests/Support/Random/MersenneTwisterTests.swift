import Random
import Testing

struct MersenneTwisterTests {
  @Test(arguments: RandomFixture.seeds)
  func wordsAreNumPys(seed: UInt32) throws {
    let recorded = try #require(try RandomFixture.calls("words", seed: seed).first)
    var generator = MersenneTwister(seed: seed)
    let words = recorded.drawn.map { _ in String(generator.next()) }
    #expect(words.count == 1300)
    #expect(words == recorded.drawn)
  }

  /// The C++ standard ([rand.predef]) demands this of its `mt19937`, whose default seed is 5489.
  @Test func tenThousandthWordIsTheStandards() {
    var generator = MersenneTwister(seed: 5489)
    for _ in 1..<10_000 { _ = generator.next() }
    #expect(generator.next() == 4_123_659_995)
  }
}
