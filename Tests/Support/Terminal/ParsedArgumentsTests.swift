import Testing

@testable import Terminal

@Suite struct ParsedArgumentsTests {
  @Test(arguments: [("1", 1), ("+7", 7), ("0100", 100), ("100", 100)])
  func readsIntegers(text: String, value: Int) throws {
    #expect(try parsed("train small --epochs \(text)")?.integer("epochs", in: 1...100) == value)
  }

  @Test(arguments: [
    "0", "101", "-1", "5.0", "1e2", "0x10", "99999999999999999999", "five", "٣", "5\r\n", "nan",
  ]) func refusesIntegers(text: String) throws {
    let arguments = try #require(try parsed("train small --epochs=\(text)"))
    #expect(
      throws: UsageError(
        "--epochs must be a whole number from 1 to 100, not \"\(text.printable)\"")
    ) { try arguments.integer("epochs", in: 1...100) }
  }

  @Test(arguments: [("1", 1.0), ("1e-3", 0.001), ("+.5", 0.5), ("2.", 2), ("1E2", 100)])
  func readsNumbers(text: String, value: Double) throws {
    let arguments = try parsed("train small --learning-rate \(text)")
    #expect(try arguments?.number("learning-rate", in: 0...100) == value)
  }

  @Test(arguments: [
    "nan", "inf", "-inf", "0x10", "1e400", "1,5", "-1", "100.5", "1e", "1_000", "--1", "infinity",
  ]) func refusesNumbers(text: String) throws {
    let arguments = try #require(try parsed("train small --learning-rate=\(text)"))
    #expect(
      throws: UsageError("--learning-rate must be a finite number from 0 to 100, not \"\(text)\"")
    ) { try arguments.number("learning-rate", in: 0...100) }
  }

  @Test func describesOpenRanges() throws {
    let arguments = try #require(try parsed("train small --hidden 0 --learning-rate -1"))
    #expect(throws: UsageError("--hidden must be a whole number of at least 1, not \"0\"")) {
      try arguments.integer("hidden", in: 1...Int.max)
    }
    #expect(
      throws: UsageError("--learning-rate must be a finite number greater than 0, not \"-1\"")
    ) {
      try arguments.number("learning-rate", in: .leastNonzeroMagnitude ... .infinity)
    }
    #expect(
      throws: UsageError(
        "--learning-rate must be a finite number greater than 0 and at most 0.5, not \"-1\"")
    ) { try arguments.number("learning-rate", in: .leastNonzeroMagnitude...0.5) }
    #expect(
      throws: UsageError("--learning-rate must be a finite number of at least 0.25, not \"-1\"")
    ) {
      try arguments.number("learning-rate", in: 0.25 ... .infinity)
    }
  }

  @Test func acceptsTheEndsOfRanges() throws {
    let arguments = try #require(try parsed("train small --hidden 0 --learning-rate 0"))
    #expect(try arguments.integer("hidden", in: 0...0) == 0)
    #expect(try arguments.number("learning-rate", in: 0...0) == 0)
    #expect(throws: UsageError.self) {
      try arguments.number("learning-rate", in: .leastNonzeroMagnitude ... .infinity)
    }
  }

  @Test func missesWhatHasNoDefault() throws {
    let arguments = try #require(try parsed("train small"))
    #expect(throws: UsageError("--output is required for \"train\"")) {
      try arguments.string("output")
    }
  }
}
