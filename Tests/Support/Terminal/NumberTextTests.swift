import Testing

@testable import Terminal

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0 s"), (-3, "0 s"), (12.4, "12 s"), (59.4, "59 s"), (59.5, "1 min 00 s"),
      (185, "3 min 05 s"), (3599, "59 min 59 s"), (3600, "1 h 00 min"), (3900, "1 h 05 min"),
      (359_999, "99 h 59 min"), (360_000, "over 99 h"), (.infinity, "over 99 h"),
      (.nan, "unknown"), (1e300, "over 99 h"), (-.infinity, "0 s"),
    ] as [(Double, String)])
  func durations(seconds: Double, text: String) {
    #expect(durationText(seconds) == text)
  }

  @Test(
    arguments: [
      (2.302585, "2.3026"), (0, "0.0000"), (9.99996, "10.0000"), (10, "10"), (153.24, "153.2"),
      (12345, "1.2e+04"), (4.1e9, "4.1e+09"), (1.797e308, "1.8e+308"), (-2.5, "-2.5000"),
      (.infinity, "inf"), (.nan, "nan"), (0.000012, "0.0000"),
    ] as [(Double, String)])
  func losses(value: Double, text: String) {
    #expect(lossText(value) == text)
  }

  @Test func fixedDecimals() {
    #expect(fixed(2.345, 1) == "2.3")
    #expect(fixed(-0.5, 3) == "-0.500")
    #expect(fixed(-1.7e308, 6).count == 317)  // sign, 309 digits, point and 6 decimals
  }
}
